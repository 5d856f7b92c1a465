/** The frame types of RFC 6455 §5.2 (registered in §11.8), by the names that the RFC gives them. */
export const OPCODE = {
  continuation: 0x0,
  text: 0x1,
  binary: 0x2,
  close: 0x8,
  ping: 0x9,
  pong: 0xa,
} as const;

export type OpcodeName = keyof typeof OPCODE;

const NAMES: ReadonlyMap<number, OpcodeName> = new Map(
  Object.entries(OPCODE).map(([name, value]) => [value, name as OpcodeName]),
);

/** The name of a 4-bit opcode; `undefined` for the reserved ones, 3–7 and 11–15. */
export function opcodeName(opcode: number): OpcodeName | undefined {
  return NAMES.get(opcode);
}

/** Control frames are those whose opcode has its highest bit set (RFC 6455 §5.5). */
export function isControl(opcode: number): boolean {
  return (opcode & 0x8) !== 0;
}
