import { contentLength, type SocketEvent } from '../model/socket-event.ts';

/** Events that wait for someone to look; the oldest go first. */
const EVENT_LIMIT = 10_000;
const CHARACTER_LIMIT = 8 * 2 ** 20;
/** What is posted at once: more would hold up the frame. Enough for 60,000 messages a second. */
const BATCH_EVENTS = 1_000;
const BATCH_CHARACTERS = 2 ** 20;

interface Waiting {
  event: SocketEvent;
  /** Whether its Blob is still being read: what comes after it waits. */
  isUnread: boolean;
}

/** The events that are still to be posted: bounded, in order, taken in batches. */
export class Outbox {
  #waiting: Waiting[] = [];
  #first = 0;
  #characters = 0;
  #gone = 0;
  readonly #onReady: () => void;

  /** @param onReady is called when a Blob has been read */
  constructor(onReady: () => void = () => undefined) {
    this.#onReady = onReady;
  }

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  /** @param content to come, of a message that is a Blob */
  push(event: SocketEvent, content?: Promise<SocketEvent>): void {
    const waiting: Waiting = { event, isUnread: content !== undefined };
    const settle = (read: SocketEvent) => {
      waiting.event = read;
      waiting.isUnread = false;
      if (this.#waiting.includes(waiting, this.#first)) this.#characters += contentLength(read);
      this.#onReady();
    };
    // A Blob that cannot be read any more has gone without its content.
    content?.then(settle, () => settle(event));
    this.#waiting.push(waiting);
    this.#characters += contentLength(event);
    while (this.#length > EVENT_LIMIT || this.#characters > CHARACTER_LIMIT) {
      if (this.#shift() === undefined) break;
      this.#gone += 1;
    }
  }

  /** The oldest events, and how many had gone before them; nothing where none is ready. */
  take(): { events: SocketEvent[]; gone: number } | undefined {
    const events: SocketEvent[] = [];
    for (let characters = 0; events.length < BATCH_EVENTS && characters < BATCH_CHARACTERS;) {
      if (this.#waiting[this.#first]?.isUnread !== false) break;
      const event = this.#shift();
      if (!event) break;
      events.push(event);
      characters += contentLength(event);
    }
    if (events.length === 0) return undefined;
    const gone = this.#gone;
    this.#gone = 0;
    return { events, gone };
  }

  get #length(): number {
    return this.#waiting.length - this.#first;
  }

  #shift(): SocketEvent | undefined {
    const event = this.#waiting[this.#first]?.event;
    if (!event) return undefined;
    this.#first += 1;
    this.#characters -= contentLength(event);
    if (this.#first > EVENT_LIMIT || this.#length === 0) {
      this.#waiting = this.#waiting.slice(this.#first);
      this.#first = 0;
    }
    return event;
  }
}
