import { entrySchema, messageSchema, parseField, rejectHar, type HarEntry } from './har-schema.ts';
import {
  lastAtOf,
  type RecordedMessage,
  type RecordedSocket,
  type Recording,
} from './recording.ts';

/** What Chrome says of a socket that the page has closed while it was connecting. */
const GIVEN_UP = /closed before the connection is established/;

interface Reading {
  readonly path: string;
  readonly entry: HarEntry;
  readonly startedAt: number;
  readonly messages: RecordedMessage[];
  isGivenUp: boolean;
}

/**
 * Reads a HAR a part at a time, so that a large one holds up no page.
 * @throws {Error} from each part, where a field is not what it should be
 */
export class HarReader {
  readonly #readings: Reading[] = [];
  #entryCount = 0;

  /** The next entry of `log.entries`, without its messages. One that is no WebSocket is passed over. */
  readEntry(entry: unknown, isSocket: boolean): void {
    const path = `log.entries[${this.#entryCount++}]`;
    if (!isSocket) return;
    const parsed = parseField(entrySchema, entry, path);
    this.#readings.push({
      path,
      entry: parsed,
      startedAt: Date.parse(parsed.startedDateTime),
      messages: [],
      isGivenUp: parsed._webSocketClose?.isGivenUp ?? false,
    });
  }

  /** Some of the messages of the last entry. @param first the number of the first of them */
  readMessages(messages: readonly unknown[], first = 0): void {
    const reading = this.#readings.at(-1);
    if (!reading) return;
    for (const [at, message] of messages.entries()) {
      const path = `${reading.path}._webSocketMessages[${first + at}]`;
      const { type, time, opcode, data, _cutAt } = parseField(messageSchema, message, path);
      if (type === 'error' && GIVEN_UP.test(data)) reading.isGivenUp = true;
      if (type === 'error' || (opcode !== 1 && opcode !== 2)) continue;
      reading.messages.push({
        direction: type === 'send' ? 'out' : 'in',
        atMs: sinceStart(reading, time),
        kind: opcode === 1 ? 'text' : 'binary',
        data,
        ...(_cutAt !== undefined && { cutAt: _cutAt }),
      });
    }
  }

  /** @throws {Error} where there is no socket to replay */
  finish(): Recording {
    // One that the page itself has given up says nothing of the server: StrictMode does so each time.
    const readings = this.#readings.filter(({ isGivenUp }) => !isGivenUp);
    if (readings.length === 0) {
      rejectHar(
        'log.entries',
        `none of its ${this.#entryCount} has \`_webSocketMessages\`, as a WebSocket has`,
      );
    }
    readings.sort((one, other) => one.startedAt - other.startedAt);
    const [{ startedAt } = { startedAt: 0 }] = readings;
    return { sockets: readings.map((reading) => toSocket(reading, reading.startedAt - startedAt)) };
  }
}

function toSocket(reading: Reading, startedAtMs: number): RecordedSocket {
  const { entry } = reading;
  const { status, headers } = entry.response;
  const messages = reading.messages.toSorted((one, other) => one.atMs - other.atMs);
  const close = entry._webSocketClose;
  const end = close && {
    atMs: sinceStart(reading, close.time),
    code: close.code,
    reason: close.reason,
    wasClean: close.wasClean,
    hasFailed: close.hasFailed,
  };
  const protocol = headers.find(({ name }) => name.toLowerCase() === 'sec-websocket-protocol');
  // Over HTTP/2 a socket is opened by a 2xx (RFC 8441 §5), and what has carried messages was open.
  const hasOpened = status === 101 || (status >= 200 && status < 300) || messages.length > 0;
  const waited = Math.max(0, hasOpened ? entry.timings.wait : entry.time);
  const socket = {
    url: entry.request.url,
    startedAtMs,
    answer: {
      // No later than what came behind it: the times of a HAR are measured in different places.
      atMs: Math.min(waited, messages[0]?.atMs ?? Infinity, end?.atMs ?? Infinity),
      status: hasOpened ? 101 : status,
      ...(protocol && { protocol: protocol.value }),
    },
    messages,
  };
  return end && hasOpened
    ? { ...socket, end: { ...end, atMs: Math.max(end.atMs, lastAtOf(socket)) } }
    : socket;
}

/** @param time in seconds since 1970 */
function sinceStart({ startedAt }: Reading, time: number): number {
  return Math.max(0, time * 1_000 - startedAt);
}
