/**
 * What is read of an HTTP Archive: http://www.softwareishard.com/blog/har-12-spec/, with Chrome's
 * `_webSocketMessages`, and what the panel's export says besides.
 */
import * as v from 'valibot';

const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** By characters, and not by groups of four: an expression with those fails on megabytes. */
const isBase64 = (text: string) => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);

/** RFC 6455 §5.2: 1 is text, 2 is binary. Chrome writes the errors of a socket with -1. */
const message = v.object({
  type: v.picklist(['send', 'receive', 'error']),
  time: finite,
  opcode: v.picklist([1, 2, 8, 9, 10, -1]),
  data: v.string(),
  _cutAt: v.optional(count),
});

export const messageSchema = v.pipe(
  message,
  v.forward(
    v.check(
      ({ opcode, data }) => opcode !== 2 || isBase64(data),
      'expected base64, as opcode 2 is binary',
    ),
    ['data'],
  ),
);

export const entrySchema = v.object({
  startedDateTime: v.pipe(
    v.string(),
    v.check((text) => Number.isFinite(Date.parse(text)), 'expected a date and time of ISO 8601'),
  ),
  time: v.optional(finite, 0),
  request: v.object({
    url: v.pipe(
      v.string(),
      v.check((text) => URL.canParse(text), 'expected a URL'),
    ),
  }),
  response: v.object({
    status: v.pipe(v.number(), v.integer()),
    headers: v.optional(v.array(v.object({ name: v.string(), value: v.string() })), []),
  }),
  timings: v.optional(v.object({ wait: v.optional(finite, 0) }), {}),
  /** Of the panel's own export: Chrome does not say how a socket ended. */
  _webSocketClose: v.optional(
    v.object({
      time: finite,
      code: v.pipe(v.number(), v.integer(), v.minValue(1000), v.maxValue(4999)),
      reason: v.string(),
      wasClean: v.boolean(),
      hasFailed: v.boolean(),
      isGivenUp: v.optional(v.boolean(), false),
    }),
  ),
});

export type HarMessage = v.InferOutput<typeof messageSchema>;
export type HarEntry = v.InferOutput<typeof entrySchema>;

const ADVICE =
  'Take a HAR that this panel has exported, or one that Chrome’s DevTools have saved: Network, Export HAR.';

/** @throws {Error} that names the field, what is there, and what was expected */
export function parseField<T>(
  schema: v.GenericSchema<unknown, T>,
  value: unknown,
  path: string,
): T {
  const parsed = v.safeParse(schema, value, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const where = issue.path?.map(({ key }) => `.${String(key)}`).join('') ?? '';
  return rejectHar(path + where, issue.message);
}

/** @throws {Error} always */
export function rejectHar(path: string, problem: string): never {
  throw new Error(`This file cannot be replayed. ${path}: ${problem}. ${ADVICE}`);
}
