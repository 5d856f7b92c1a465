import type { SchemaIssue, StandardSchema } from './standard-schema.ts';

/** Why a message could not be read. `unknown type`: the server may be newer than the page. */
export const REJECTIONS = ['not JSON', 'wrong shape', 'unknown type', 'binary'] as const;
export type Rejection = (typeof REJECTIONS)[number];

export type Parsed<T> =
  | { readonly isGood: true; readonly value: T }
  | { readonly isGood: false; readonly rejection: Rejection; readonly detail: string };

/**
 * Reads a message as JSON of a known shape. A message that cannot be read is a result, not an exception.
 * @param typeKey the property that says what kind of message it is. @default 'type'
 * @throws {TypeError} for a schema that validates asynchronously: later messages would overtake
 */
export function parseMessage<T>(
  data: unknown,
  schema: StandardSchema<T>,
  typeKey = 'type',
): Parsed<T> {
  if (typeof data !== 'string') return reject('binary', 'expected text');
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch (error) {
    return reject('not JSON', (error as SyntaxError).message);
  }
  const result = schema['~standard'].validate(value);
  if (result instanceof Promise) throw new TypeError('Give parseMessage a synchronous schema.');
  if (!result.issues) return { isGood: true, value: result.value };
  const { message = '', path = [] }: Partial<SchemaIssue> = result.issues[0] ?? {};
  const keys = path.map((key) => String(typeof key === 'object' ? key.key : key)).join('.');
  return reject(keys === typeKey ? 'unknown type' : 'wrong shape', `${keys} ${message}`.trim());
}

function reject(rejection: Rejection, detail: string): Parsed<never> {
  return { isGood: false, rejection, detail };
}
