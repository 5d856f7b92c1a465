import type { OwnMessage } from './own-messages.ts';

/** A message as the server has it: everyone sees it so, in this order. */
export interface ChatMessage {
  /** Its number at the server, from 1. */
  readonly seq: number;
  readonly id: string;
  readonly text: string;
  /** Who has said it; `undefined` is the user. */
  readonly by: string | undefined;
}

/** What a chat shows: what the server has, and behind it what it does not have yet. */
export interface ChatLog {
  readonly messages: readonly ChatMessage[];
  readonly own: readonly OwnMessage[];
}

export const EMPTY_LOG: ChatLog = { messages: [], own: [] };

/** How many messages of the server are kept. */
const MESSAGE_LIMIT = 100;

/** What an event of the server says: `{ id, body, by }`, or a text alone. */
export function toMessage(seq: number, event: unknown, ownIds: ReadonlySet<string>): ChatMessage {
  const said: Partial<Record<string, unknown>> =
    typeof event === 'object' && event !== null ? event : { body: event };
  const id = typeof said['id'] === 'string' ? said['id'] : `event ${seq}`;
  const by = typeof said['by'] === 'string' ? said['by'] : 'Someone';
  return { seq, id, text: String(said['body']), by: ownIds.has(id) ? undefined : by };
}

/** The server has said a message: it stands behind those before it, and not among the user's own any more. */
export function addMessage({ messages, own }: ChatLog, message: ChatMessage): ChatLog {
  return {
    messages: [...messages.slice(1 - MESSAGE_LIMIT), message],
    own: own.filter(({ id }) => id !== message.id),
  };
}

/** A message of the user's own has come further. One that is rejected goes. */
export function markOwn({ messages, own }: ChatLog, message: OwnMessage): ChatLog {
  const index = own.findIndex(({ id }) => id === message.id);
  if (message.state === 'rejected') return { messages, own: own.filter((_, at) => at !== index) };
  if (index !== -1) return { messages, own: own.with(index, message) };
  return message.state === 'waiting' ? { messages, own: [...own, message] } : { messages, own };
}
