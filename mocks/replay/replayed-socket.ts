import { fromBase64 } from '../../src/protocol/base64.ts';
import {
  lastAtOf,
  type RecordedEnd,
  type RecordedMessage,
  type RecordedSocket,
} from '../../src/protocol/har/recording.ts';
import { after, now } from '../clock.ts';
import { checkServerClose } from '../close-arguments.ts';
import { checkRefusal } from '../refusal.ts';
import type { Payload, ServerConnection } from '../socket-server.ts';
import { describeRecorded, describeSent, isSame, type Difference } from './difference.ts';

interface Step {
  readonly atMs: number;
  readonly act: () => unknown;
}

/** One connection of the page, and the recorded socket whose server it gets. */
export class ReplayedSocket {
  readonly #connection: ServerConnection;
  readonly #recorded: RecordedSocket;
  readonly #number: number;
  readonly #startedAt = now();
  readonly #wrong: Difference[] = [];
  readonly #expected: RecordedSocket['messages'];
  readonly #incoming: RecordedSocket['messages'];
  readonly #stopHearing: () => void;
  #doneSteps = 0;
  #sentByPage = 0;
  #hasEndedEarly = false;
  readonly #onChange: () => void;
  #cancel: () => void = () => undefined;

  /**
   * @param number which of the recording it is, from 1
   * @param onChange called when something has been sent or compared
   */
  constructor(
    connection: ServerConnection,
    recorded: RecordedSocket,
    number: number,
    onChange: () => void,
  ) {
    this.#onChange = onChange;
    this.#connection = connection;
    this.#recorded = recorded;
    this.#number = number;
    this.#expected = recorded.messages.filter(({ direction }) => direction === 'out');
    this.#incoming = recorded.messages.filter(({ direction }) => direction === 'in');
    this.#stopHearing = connection.onMessage((data) => this.#compare(data));
    void connection.hold();
    this.#play();
  }

  /** How many messages of the server have been sent. */
  get sentCount(): number {
    return Math.max(0, Math.min(this.#doneSteps - 1, this.#incoming.length));
  }

  get differenceCount(): number {
    return this.#wrong.length + this.#missingCount;
  }

  /** @param limit how many are described */
  listDifferences(limit: number): readonly Difference[] {
    const missing = this.#expected.slice(this.#sentByPage).slice(0, this.#missingCount);
    return [...this.#wrong, ...missing.slice(0, limit).map(this.#describeMissing)].slice(0, limit);
  }

  /** The connection has ended. @returns whether the page gave it up before the recorded answer was due */
  ended(): boolean {
    this.stop();
    // The replay is over, and the connection is not.
    if (this.#connection.state !== 'closed') return false;
    const isGivenUp = this.#doneSteps === 0 && this.#recorded.answer.status === 101;
    this.#hasEndedEarly = !isGivenUp && this.sentCount < this.#incoming.length;
    if (this.#hasEndedEarly) this.#wrong.push({ what: 'an early end', socket: this.#number });
    return isGivenUp;
  }

  stop(): void {
    this.#cancel();
    this.#stopHearing();
  }

  /** What is to be done next: the answer, each message, the end, and at last nothing. */
  #stepAt(index: number): Step | undefined {
    const { answer, end } = this.#recorded;
    if (index === 0) return { atMs: answer.atMs, act: () => this.#answer() };
    const message = this.#incoming[index - 1];
    if (message) {
      const { atMs, kind, data } = message;
      const send = () => this.#connection.send(kind === 'text' ? data : fromBase64(data));
      return { atMs, act: send };
    }
    const isEnd = index === this.#incoming.length + 1;
    if (isEnd && end) return { atMs: end.atMs, act: () => endLike(this.#connection, end) };
    // What the page has not sent by then is missing.
    return isEnd || (end && index === this.#incoming.length + 2)
      ? { atMs: lastAtOf(this.#recorded) + 1, act: () => undefined }
      : undefined;
  }

  #answer(): unknown {
    const { status, protocol = '' } = this.#recorded.answer;
    if (status !== 101) return this.#connection.refuse(toRefusal(status));
    const isOffered = this.#connection.protocols.includes(protocol);
    return this.#connection.accept(isOffered ? { protocol } : {});
  }

  #play(): void {
    for (;;) {
      const step = this.#stepAt(this.#doneSteps);
      if (!step) return;
      const leftMs = step.atMs - (now() - this.#startedAt);
      if (leftMs > 0) {
        this.#cancel = after(leftMs, () => this.#play());
        return;
      }
      this.#doneSteps += 1;
      void step.act();
      this.#onChange();
    }
  }

  #compare(sent: Payload): void {
    const recorded = this.#expected[this.#sentByPage];
    this.#sentByPage += 1;
    this.#onChange();
    if (recorded && isSame(recorded, sent)) return;
    this.#wrong.push({
      what: recorded ? 'another message' : 'one message more',
      socket: this.#number,
      message: this.#sentByPage,
      ...(recorded && { recorded: describeRecorded(recorded) }),
      sent: describeSent(sent),
    });
  }

  /** How many messages the page should have sent, once all that is recorded has happened. */
  get #missingCount(): number {
    const isOver = now() - this.#startedAt > lastAtOf(this.#recorded);
    if (!isOver || this.#hasEndedEarly) return 0;
    return Math.max(0, this.#expected.length - this.#sentByPage);
  }

  readonly #describeMissing = (recorded: RecordedMessage, at: number): Difference => ({
    what: 'no message',
    socket: this.#number,
    message: this.#sentByPage + at + 1,
    recorded: describeRecorded(recorded),
  });
}

/** A page is not told the status of a handshake that failed; a HAR has 0 for it then. */
function toRefusal(status: number): number {
  try {
    checkRefusal(status);
    return status;
  } catch {
    return 503;
  }
}

/** Where the page has closed it by then, this does nothing. */
function endLike(connection: ServerConnection, { code, reason, wasClean, hasFailed }: RecordedEnd) {
  if (hasFailed) return connection.fail();
  if (!wasClean) return connection.drop();
  if (code === 1005) return connection.close();
  try {
    checkServerClose(code, reason);
  } catch {
    return connection.drop();
  }
  return connection.close(code, reason);
}
