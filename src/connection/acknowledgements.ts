import type { OwnMessage } from './own-messages.ts';
import { readJson } from './read-json.ts';

export interface AcknowledgementOptions {
  /** Sends where the socket is open. Returns whether it was. */
  readonly send: (message: string) => boolean;
  /** A message has come further. `due` is how many the server has not answered yet. */
  readonly onChange: (message: OwnMessage, due: number) => void;
  /** No answer has come in time, so the line is dead. */
  readonly onOverdue: () => void;
  /** How long the server may take for its next answer, while one is due. @default 10_000 */
  readonly ackTimeoutMs?: number | undefined;
  /** How many messages may be due. @default 1_000 */
  readonly limit?: number | undefined;
}

export interface Acknowledgements {
  /** Returns the id of the message, and `undefined` where too many are due: it was not taken. */
  readonly add: (text: string) => string | undefined;
  /** The socket can be used: sends whatever is due again, oldest first, each under its own id. */
  readonly opened: () => void;
  /** The socket has ended: what was on the way waits for the next one. */
  readonly ended: () => void;
  /** The server has this message: it has sent it to everyone, say. */
  readonly taken: (id: string) => void;
  /** Takes a message of the server. Returns whether it was an answer. */
  readonly heard: (data: unknown) => boolean;
  /** Gives up what is due, newest first: put in front of each other, the texts are in their order. */
  readonly stop: () => void;
}

/** Keeps each message until the server says that it has it: `ack`, or why it does not want it: `rejected`. */
export function createAcknowledgements(options: AcknowledgementOptions): Acknowledgements {
  const { send, onChange, onOverdue, ackTimeoutMs = 10_000, limit = 1_000 } = options;
  /** Oldest first: a map keeps the order in which its keys were added. */
  const due = new Map<string, OwnMessage>();
  let isOpen = false;
  let deadline: ReturnType<typeof setTimeout> | undefined;

  function change(message: OwnMessage) {
    const isDue = message.state === 'waiting' || message.state === 'sent';
    if (isDue) due.set(message.id, message);
    else due.delete(message.id);
    onChange(message, due.size);
  }

  function transmit(message: OwnMessage) {
    const { id, text } = message;
    if (!isOpen || !send(JSON.stringify({ type: 'message', id, body: text }))) return;
    deadline ??= setTimeout(onOverdue, ackTimeoutMs);
    change({ ...message, state: 'sent' });
  }

  function endDeadline() {
    clearTimeout(deadline);
    deadline = undefined;
  }

  function answered(id: string, answer: Pick<OwnMessage, 'state' | 'reason'>) {
    const message = due.get(id);
    // An answer that comes again is none.
    if (!message) return;
    endDeadline();
    if (due.size > 1) deadline = setTimeout(onOverdue, ackTimeoutMs);
    change({ ...message, ...answer });
  }

  return {
    taken: (id) => answered(id, { state: 'acknowledged' }),
    add(text) {
      if (due.size >= limit) return undefined;
      const message: OwnMessage = { id: crypto.randomUUID(), text, state: 'waiting' };
      change(message);
      transmit(message);
      return message.id;
    },
    opened() {
      isOpen = true;
      for (const message of due.values()) transmit(message);
    },
    ended() {
      isOpen = false;
      endDeadline();
      for (const message of due.values()) change({ ...message, state: 'waiting' });
    },
    heard(data) {
      const { type, id, reason } = readJson(data);
      if (type !== 'ack' && type !== 'rejected') return false;
      if (type === 'ack') answered(String(id), { state: 'acknowledged' });
      else answered(String(id), { state: 'rejected', reason: String(reason) });
      return true;
    },
    stop() {
      isOpen = false;
      endDeadline();
      // Whether the server has got what was sent, no one will know.
      const reason = 'left before the server answered';
      for (const message of [...due.values()].reverse()) {
        change({ ...message, state: 'rejected', reason });
      }
    },
  };
}
