/**
 * The rules that received bytes can break, each with the close code that RFC 6455 §7.4.1 asks for.
 * A broken rule is a value, never an exception: what a stranger sends is not a bug of ours.
 */
export const FRAME_RULES = {
  'rsv-bits': {
    closeCode: 1002,
    section: 'RFC 6455 §5.2',
    says: 'RSV1, RSV2 and RSV3 must be 0 unless an extension that was agreed on uses them.',
  },
  'rsv1-outside-first-frame': {
    closeCode: 1002,
    section: 'RFC 7692 §6.1',
    says: 'Only the first frame of a data message may carry RSV1, the mark of compression.',
  },
  'opcode-reserved': {
    closeCode: 1002,
    section: 'RFC 6455 §5.2',
    says: 'Opcodes 3–7 and 11–15 are reserved.',
  },
  'control-fragmented': {
    closeCode: 1002,
    section: 'RFC 6455 §5.5',
    says: 'A control frame must not be fragmented: its FIN must be 1.',
  },
  'control-too-long': {
    closeCode: 1002,
    section: 'RFC 6455 §5.5',
    says: 'The payload of a control frame must not be longer than 125 bytes.',
  },
  'continuation-without-start': {
    closeCode: 1002,
    section: 'RFC 6455 §5.4',
    says: 'A continuation frame must follow a data frame whose FIN is 0.',
  },
  'message-inside-message': {
    closeCode: 1002,
    section: 'RFC 6455 §5.4',
    says: 'A new data message must not start before the fragmented one is complete.',
  },
  'mask-missing': {
    closeCode: 1002,
    section: 'RFC 6455 §5.1',
    says: 'Every frame from a client to a server must be masked.',
  },
  'mask-forbidden': {
    closeCode: 1002,
    section: 'RFC 6455 §5.1',
    says: 'A frame from a server to a client must not be masked.',
  },
  'length-not-minimal': {
    closeCode: 1002,
    section: 'RFC 6455 §5.2',
    says: 'The payload length must be written in the fewest bytes that can hold it.',
  },
  'length-sign-bit': {
    closeCode: 1002,
    section: 'RFC 6455 §5.2',
    says: 'The most significant bit of a 64-bit payload length must be 0.',
  },
  'length-unsafe': {
    closeCode: 1009,
    section: 'RFC 6455 §10.4',
    says: 'A payload length above 2^53 - 1 is more than this endpoint can count.',
  },
  'message-too-big': {
    closeCode: 1009,
    section: 'RFC 6455 §10.4',
    says: 'The message is larger than this endpoint is ready to take.',
  },
  'text-not-utf8': {
    closeCode: 1007,
    section: 'RFC 6455 §8.1',
    says: 'The payload of a text message must be valid UTF-8.',
  },
  'close-payload-one-byte': {
    closeCode: 1002,
    section: 'RFC 6455 §5.5.1',
    says: 'The payload of a Close frame is empty, or starts with a code of 2 bytes.',
  },
  'close-code-forbidden': {
    closeCode: 1002,
    section: 'RFC 6455 §7.4',
    says: 'The code must be one that may travel in a Close frame.',
  },
  'close-reason-not-utf8': {
    closeCode: 1007,
    section: 'RFC 6455 §5.5.1',
    says: 'The reason in a Close frame must be valid UTF-8.',
  },
  'deflate-broken': {
    closeCode: 1007,
    section: 'RFC 7692 §7.2.2',
    says: 'The payload of a compressed message must be complete DEFLATE data.',
  },
} as const;

export type FrameRule = keyof typeof FRAME_RULES;

/** The bytes broke a rule, and the connection must fail (RFC 6455 §7.1.7). */
export interface FrameError {
  readonly type: 'error';
  readonly rule: FrameRule;
  /** What the endpoint must put in its Close frame. */
  readonly closeCode: 1002 | 1007 | 1009;
  /** Where the rule is written, such as `RFC 6455 §5.2`. */
  readonly section: string;
  /** The rule in one sentence. */
  readonly says: string;
  /** Where the frame that broke it starts: bytes from the first byte of the stream. */
  readonly offset: number;
}

export function frameError(rule: FrameRule, offset: number): FrameError {
  return { type: 'error', rule, ...FRAME_RULES[rule], offset };
}
