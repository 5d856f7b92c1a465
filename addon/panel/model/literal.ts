/** Characters of one text, or bytes; a longer one belongs in a file of its own. */
const LIMIT = 100_000;

/** A value as source code; nothing where it is too long. */
export function toLiteral(value: unknown): string | undefined {
  if (typeof value === 'string') return value.length > LIMIT ? undefined : quote(value);
  if (value instanceof ArrayBuffer) return toBytes(new Uint8Array(value));
  if (ArrayBuffer.isView(value)) {
    return toBytes(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  }
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .map(([name, field]) => `${name}: ${toLiteral(field) ?? 'undefined'}`);
    return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
  }
  return String(value);
}

function toBytes(bytes: Uint8Array): string | undefined {
  return bytes.length > LIMIT ? undefined : `new Uint8Array([${bytes.join(', ')}])`;
}

/** A string literal as Prettier writes it. */
function quote(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner}'`;
}
