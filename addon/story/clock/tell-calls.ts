import { override } from '../override.ts';

export type Method = (this: unknown, ...args: unknown[]) => unknown;

/** Tells of each call of a method, with what it returns. Returns the undo. */
export function tellCalls(
  prototype: object,
  name: string,
  called: (result: unknown) => void,
): () => void {
  const native = Reflect.get(prototype, name) as Method;
  return override(prototype, name, function call(this: unknown, ...args: unknown[]): unknown {
    const result = native.apply(this, args);
    called(result);
    return result;
  });
}
