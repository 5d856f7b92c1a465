import { toHex, toSpacedHex } from '../../hex.ts';
import { opcodeName } from '../opcode.ts';
import type { FrameField } from './field.ts';

/** What the first byte says: FIN, the reserved bits, the opcode. */
export function firstByteFields(first: number): FrameField[] {
  const opcode = first & 0x0f;
  const flag = (name: string, bit: number, yes: string, no: string, section = 'RFC 6455 §5.2') => {
    const isSet = (first & (0x80 >> bit)) !== 0;
    const value = isSet ? '1' : '0';
    return { name, bit, bits: 1, raw: value, value, means: isSet ? yes : no, section };
  };
  const reserved = 'No agreed extension may have set it: the receiver must fail the connection.';
  return [
    flag(
      'FIN',
      0,
      'This is the last frame of its message.',
      'The message goes on in a later frame.',
    ),
    flag(
      'RSV1',
      1,
      'The message is compressed, if permessage-deflate was agreed on; else it breaks a rule.',
      'The message is not compressed, or this frame is not its first.',
      'RFC 7692 §6',
    ),
    flag('RSV2', 2, reserved, 'Reserved for extensions.'),
    flag('RSV3', 3, reserved, 'Reserved for extensions.'),
    {
      name: 'Opcode',
      bit: 4,
      bits: 4,
      raw: opcode.toString(2).padStart(4, '0'),
      value: opcodeName(opcode) ?? 'reserved',
      means: OPCODE_MEANINGS[opcodeName(opcode) ?? 'reserved'],
      section: 'RFC 6455 §5.2',
    },
  ];
}

const OPCODE_MEANINGS = {
  continuation: 'It continues the message that an earlier frame has begun.',
  text: 'It begins a message of UTF-8 text.',
  binary: 'It begins a message of bytes.',
  close: 'It begins the closing handshake: the receiver answers with a Close frame.',
  ping: 'The receiver answers with a pong that has the same payload.',
  pong: 'It answers a ping, or says unasked that the sender is there.',
  reserved: 'It has no meaning: the receiver must fail the connection.',
} as const;

export function maskField(masked: boolean): FrameField {
  return {
    name: 'MASK',
    bit: 8,
    bits: 1,
    raw: masked ? '1' : '0',
    value: masked ? '1' : '0',
    means: masked
      ? 'The payload is masked: a client must, a server must not.'
      : 'The payload is not masked: a server must not mask, a client must.',
    section: 'RFC 6455 §5.3',
  };
}

export function lengthField(length7: number): FrameField {
  return {
    name: 'Payload len',
    bit: 9,
    bits: 7,
    raw: length7.toString(2).padStart(7, '0'),
    value: String(length7),
    means:
      length7 < 126
        ? 'Bytes of payload.'
        : `Not a length: it stands in the next ${length7 === 126 ? 16 : 64} bits.`,
    section: 'RFC 6455 §5.2',
  };
}

export function extendedLengthField(raw: Uint8Array, view: DataView, size: 2 | 8): FrameField {
  return {
    name: 'Extended payload length',
    bit: 16,
    bits: size * 8,
    raw: toSpacedHex(raw),
    value: String(size === 2 ? view.getUint16(2) : view.getBigUint64(2)),
    means: 'Bytes of payload, the highest byte first.',
    section: 'RFC 6455 §5.2',
  };
}

export function maskingKeyField(raw: Uint8Array, start: number): FrameField {
  return {
    name: 'Masking-key',
    bit: start * 8,
    bits: 32,
    raw: toSpacedHex(raw),
    value: toHex(raw),
    means: 'Byte i of the payload is XORed with byte i mod 4 of the key, a new one in each frame.',
    section: 'RFC 6455 §5.3',
  };
}
