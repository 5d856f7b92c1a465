/** The parts of Web IDL that a class needs to look and convert as the browser's own do. */

/** https://webidl.spec.whatwg.org/#js-DOMString: unlike `String`, it throws for a symbol. */
function toDOMString(value: unknown): string {
  if (typeof value === 'symbol') throw new TypeError('Cannot convert a Symbol value to a string');
  return String(value);
}

/** https://webidl.spec.whatwg.org/#js-USVString */
export function toUSVString(value: unknown): string {
  return toDOMString(value).toWellFormed();
}

/** `[Clamp] unsigned short`: https://webidl.spec.whatwg.org/#abstract-opdef-converttoint */
export function toClampedUnsignedShort(value: unknown): number {
  const number = Number(value);
  if (Number.isNaN(number)) return 0;
  const clamped = Math.min(Math.max(number, 0), 65_535);
  const floor = Math.floor(clamped);
  const fraction = clamped - floor;
  if (fraction === 0.5) return floor % 2 === 0 ? floor : floor + 1;
  return Math.round(clamped);
}

/** `(DOMString or sequence<DOMString>)` */
export function toStringSequence(value: unknown): string[] {
  const isSequence = typeof value === 'object' && value !== null && Symbol.iterator in value;
  return isSequence
    ? Array.from(value as Iterable<unknown>, toDOMString)
    : [toDOMString(value)];
}

/**
 * Gives a class the shape of an interface object: its name, its constants on the constructor and
 * the prototype, its own members enumerable, its `toStringTag`.
 */
export function defineInterface(
  interfaceObject: new (...args: never[]) => object,
  name: string,
  constants: Readonly<Record<string, number>>,
): void {
  const prototype = interfaceObject.prototype as object;
  for (const [key, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    if (key !== 'constructor') {
      Object.defineProperty(prototype, key, { ...descriptor, enumerable: true });
    }
  }
  for (const target of [interfaceObject, prototype]) {
    for (const [key, value] of Object.entries(constants)) {
      Object.defineProperty(target, key, { value, enumerable: true });
    }
  }
  Object.defineProperty(prototype, Symbol.toStringTag, { value: name, configurable: true });
  Object.defineProperty(interfaceObject, 'name', { value: name, configurable: true });
}
