/** The parts of Web IDL that a class needs to look and convert as the browser's own do. */

/** The start of each message of Chromium's: what failed. */
export type Action = 'construct' | 'send' | 'close' | 'binaryType';

const FAILED: Readonly<Record<Action, string>> = {
  construct: "Failed to construct 'WebSocket'",
  send: "Failed to execute 'send' on 'WebSocket'",
  close: "Failed to execute 'close' on 'WebSocket'",
  binaryType: "Failed to set the 'binaryType' property on 'WebSocket'",
};

export function failure(action: Action, why: string): string {
  return `${FAILED[action]}: ${why}`;
}

/** https://webidl.spec.whatwg.org/#js-DOMString: unlike `String`, it throws for a symbol. */
export function toDOMString(value: unknown, action: Action): string {
  if (typeof value === 'symbol') {
    throw new TypeError(failure(action, 'Cannot convert a Symbol value to a string'));
  }
  return String(value);
}

/** https://webidl.spec.whatwg.org/#js-USVString */
export function toUSVString(value: unknown, action: Action): string {
  return toDOMString(value, action).toWellFormed();
}

/**
 * `[Clamp] unsigned short`: https://webidl.spec.whatwg.org/#abstract-opdef-converttoint, which
 * rounds to the nearest integer. Chromium drops the fraction, and is followed.
 */
export function toClampedUnsignedShort(value: unknown, action: Action): number {
  if (typeof value === 'symbol' || typeof value === 'bigint') {
    const type = typeof value === 'symbol' ? 'Symbol' : 'BigInt';
    throw new TypeError(failure(action, `Cannot convert a ${type} value to a number`));
  }
  const number = Number(value);
  return Number.isNaN(number) ? 0 : Math.trunc(Math.min(Math.max(number, 0), 65_535));
}

/** `(DOMString or sequence<DOMString>)`: https://webidl.spec.whatwg.org/#js-union */
export function toStringSequence(value: unknown, action: Action): string[] {
  const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
  const method: unknown = isObject ? Reflect.get(value, Symbol.iterator) : undefined;
  if (method === undefined || method === null) return [toDOMString(value, action)];
  if (typeof method !== 'function') {
    throw new TypeError(failure(action, '@@iterator must be a callable.'));
  }
  const items = { [Symbol.iterator]: () => Reflect.apply(method, value, []) as Iterator<unknown> };
  return Array.from(items, (item) => toDOMString(item, action));
}

type Constructor = new (...args: never[]) => object;
type Member = (this: unknown, ...args: unknown[]) => unknown;

interface InterfaceOptions {
  /** Whether a value was made by the class itself. */
  readonly isInstance: (value: unknown) => boolean;
  /** The browser's own. Its instances are instances all the same, and its members do their work. */
  readonly native: Constructor;
  readonly constants: Readonly<Record<string, number>>;
}

/**
 * Gives a class the shape of an interface object (https://webidl.spec.whatwg.org/#interface-object),
 * and returns what the page is to see: a function, as the browser's own is, that cannot be called
 * without `new`; constants on it and on its prototype; members enumerable, for instances of both
 * classes only, and in Chromium's order; a `toStringTag`.
 */
export function defineInterface<Class extends Constructor>(
  implementation: Class,
  { isInstance, native, constants }: InterfaceOptions,
): Class {
  const prototype = implementation.prototype as object;
  // V8 puts the name of this very expression in its messages.
  const interfaceObject = function WebSocket(this: unknown, ...args: never[]): object {
    const newTarget = new.target as unknown as Constructor | undefined;
    if (!newTarget) {
      const why =
        "Please use the 'new' operator, this DOM object constructor cannot be called as a function.";
      throw new TypeError(failure('construct', why));
    }
    return Reflect.construct<never[], object>(implementation, args, newTarget);
  };
  Object.setPrototypeOf(interfaceObject, Object.getPrototypeOf(implementation) as object);
  Object.defineProperties(interfaceObject, {
    prototype: { value: prototype, writable: false },
    length: { value: implementation.length },
    [Symbol.hasInstance]: {
      value(this: unknown, value: unknown) {
        const isOwn = Function.prototype[Symbol.hasInstance].call(this as Constructor, value);
        return isOwn || (this === interfaceObject && value instanceof native);
      },
    },
  });

  const nativeOf = (key: string) =>
    Object.getOwnPropertyDescriptor(native.prototype as object, key) ?? {};
  const members = Object.entries(Object.getOwnPropertyDescriptors(prototype));
  const define = ([key, descriptor]: [string, PropertyDescriptor]) => {
    // Again, for a property that is only changed keeps its place in the order.
    Reflect.deleteProperty(prototype, key);
    Object.defineProperty(prototype, key, forInstances(descriptor, nativeOf(key), isInstance));
  };
  const isAttribute = ([, descriptor]: [string, PropertyDescriptor]) => 'get' in descriptor;
  members.filter(isAttribute).forEach(define);
  for (const target of [interfaceObject, prototype]) {
    for (const [key, value] of Object.entries(constants)) {
      Object.defineProperty(target, key, { value, enumerable: true });
    }
  }
  members.filter((member) => !isAttribute(member) && member[0] !== 'constructor').forEach(define);
  Object.defineProperties(prototype, {
    constructor: { value: interfaceObject },
    [Symbol.toStringTag]: { value: interfaceObject.name, configurable: true },
  });
  return interfaceObject as unknown as Class;
}

type Members = Readonly<Partial<Record<'value' | 'get' | 'set', Member>>>;

/**
 * An enumerable property for instances of both classes. What is no instance, the browser's own
 * member refuses.
 */
function forInstances(
  descriptor: PropertyDescriptor,
  native: PropertyDescriptor,
  isInstance: (value: unknown) => boolean,
): PropertyDescriptor {
  const either = (member: Member | undefined, nativeMember: Member | undefined) => {
    if (!member || !nativeMember) return undefined;
    const both: Member = function (...args) {
      return Reflect.apply(isInstance(this) ? member : nativeMember, this, args);
    };
    for (const key of ['name', 'length'] as const) {
      Object.defineProperty(both, key, { value: member[key], configurable: true });
    }
    return both;
  };
  const own: Members = descriptor;
  const other: Members = native;
  const value = either(own.value, other.value);
  const get = either(own.get, other.get);
  const set = either(own.set, other.set);
  return {
    ...descriptor,
    enumerable: true,
    ...(value && { value }),
    ...(get && { get }),
    ...(set && { set }),
  };
}
