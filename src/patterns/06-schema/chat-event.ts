import type { SchemaResult, StandardSchema } from '../../connection/standard-schema.ts';

export type ChatEvent =
  | { readonly type: 'said'; readonly by: string; readonly text: string }
  | { readonly type: 'left'; readonly by: string };

/** A schema written by hand. With a library this is a few lines: `v.variant('type', [...])`. */
export const chatEvent: StandardSchema<ChatEvent> = {
  '~standard': { version: 1, vendor: 'react-websocket-lab', validate },
};

function validate(value: unknown): SchemaResult<ChatEvent> {
  if (typeof value !== 'object' || value === null) return failure('must be an object');
  const { type, by, text } = value as Readonly<Record<string, unknown>>;
  if (type !== 'said' && type !== 'left') return failure('must be “said” or “left”', 'type');
  if (typeof by !== 'string') return failure('must be a string', 'by');
  if (type === 'left') return { value: { type, by } };
  if (typeof text !== 'string') return failure('must be a string', 'text');
  return { value: { type, by, text } };
}

function failure(message: string, key?: string): SchemaResult<never> {
  return { issues: [{ message, path: key === undefined ? [] : [key] }] };
}

/** An event as a line of the chat. */
export function describeEvent(event: ChatEvent): string {
  return event.type === 'said' ? `${event.by}: ${event.text}` : `${event.by} has left`;
}
