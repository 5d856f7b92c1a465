import type { Wire } from './message.ts';

export interface Example {
  readonly name: string;
  readonly hex: string;
  readonly wire: Wire;
}

const FROM_CLIENT: Wire = { sender: 'client', deflate: false };
const FROM_SERVER: Wire = { sender: 'server', deflate: false };
const DEFLATED: Wire = { sender: 'server', deflate: true };

/** Bytes to start from: those that the standards print, and some that break a rule. */
export const EXAMPLES: readonly Example[] = [
  { name: 'RFC 6455 §5.7: text', hex: '81 05 48 65 6c 6c 6f', wire: FROM_SERVER },
  {
    name: 'RFC 6455 §5.7: masked text',
    hex: '81 85 37 fa 21 3d 7f 9f 4d 51 58',
    wire: FROM_CLIENT,
  },
  { name: 'RFC 6455 §5.7: fragments', hex: '01 03 48 65 6c 80 02 6c 6f', wire: FROM_SERVER },
  { name: 'RFC 6455 §5.7: ping', hex: '89 05 48 65 6c 6c 6f', wire: FROM_SERVER },
  {
    name: 'RFC 6455 §5.7: masked pong',
    hex: '8a 85 37 fa 21 3d 7f 9f 4d 51 58',
    wire: FROM_CLIENT,
  },
  {
    name: 'RFC 7692 §7.2.3.1: compressed text',
    hex: 'c1 07 f2 48 cd c9 c9 07 00',
    wire: DEFLATED,
  },
  {
    name: 'a ping between two fragments',
    hex: '01 03 48 65 6c 89 00 80 02 6c 6f',
    wire: FROM_SERVER,
  },
  { name: 'broken: a client that does not mask', hex: '81 05 48 65 6c 6c 6f', wire: FROM_CLIENT },
  { name: 'broken: text that is not UTF-8', hex: '81 01 ff', wire: FROM_SERVER },
  { name: 'broken: a reserved opcode', hex: '81 02 68 69 83 00', wire: FROM_SERVER },
  {
    name: 'broken: a promise of 2^63 bytes',
    hex: '82 7f 80 00 00 00 00 00 00 00',
    wire: FROM_SERVER,
  },
  { name: 'broken: close code 1006', hex: '88 02 03 ee', wire: FROM_SERVER },
];

/** The place in `EXAMPLES` of what is on the wire; -1 when it is none of them. */
export function findExample(hex: string | undefined, { sender, deflate }: Wire): number {
  return EXAMPLES.findIndex(
    (one) => one.hex === hex && one.wire.sender === sender && one.wire.deflate === deflate,
  );
}
