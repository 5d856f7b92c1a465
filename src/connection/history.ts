/** One message as a list shows it. */
export interface Message {
  /** Counts from 1 in the order of arrival, so that it can be a React key. */
  readonly id: number;
  readonly text: string;
}

/** How many messages a list keeps. A list without a bound grows until the page is slow. */
const MESSAGE_LIMIT = 100;

/** Characters of a message that a list shows: to lay out megabytes stops the page for half a minute. */
const TEXT_LIMIT = 2_000;

/**
 * Puts a message on top of a list.
 * @param messages the newest first
 * @param text of a longer one than 2,000 characters, the beginning and its length are kept
 * @param limit how many stay. @default 100
 */
export function append(
  messages: readonly Message[],
  text: string,
  limit = MESSAGE_LIMIT,
): readonly Message[] {
  const id = (messages[0]?.id ?? 0) + 1;
  return [{ id, text: shorten(text) }, ...messages.slice(0, limit - 1)];
}

/**
 * Puts several messages on top of a list, in one go.
 * @param texts the newest last
 * @param id of the newest: how many messages there have been
 * @param limit how many stay. @default 100
 */
export function appendAll(
  messages: readonly Message[],
  texts: readonly string[],
  id: number,
  limit = MESSAGE_LIMIT,
): readonly Message[] {
  const newest = texts
    .slice(-limit)
    .reverse()
    .map((text, index) => ({ id: id - index, text: shorten(text) }));
  return [...newest, ...messages.slice(0, limit - newest.length)];
}

function shorten(text: string): string {
  if (text.length <= TEXT_LIMIT) return text;
  return `${text.slice(0, TEXT_LIMIT)}… (${text.length.toLocaleString('en')} characters)`;
}

/** What a message carries, as text. */
export function toText(data: string | Blob | ArrayBuffer): string {
  if (typeof data === 'string') return data;
  return `binary, ${data instanceof Blob ? data.size : data.byteLength} bytes`;
}
