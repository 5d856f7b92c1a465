/** One message as a list shows it. */
export interface Message {
  /** Counts from 1 in the order of arrival, so that it can be a React key. */
  readonly id: number;
  readonly text: string;
}

/** How many messages a list keeps. A list without a bound grows until the page is slow. */
const MESSAGE_LIMIT = 100;

/**
 * Puts a message on top of a list.
 * @param messages the newest first
 * @param limit how many stay. @default 100
 */
export function append(
  messages: readonly Message[],
  text: string,
  limit = MESSAGE_LIMIT,
): readonly Message[] {
  const id = (messages[0]?.id ?? 0) + 1;
  return [{ id, text }, ...messages.slice(0, limit - 1)];
}

/** What a message carries, as text. */
export function toText(data: string | Blob | ArrayBuffer): string {
  if (typeof data === 'string') return data;
  return `binary, ${data instanceof Blob ? data.size : data.byteLength} bytes`;
}
