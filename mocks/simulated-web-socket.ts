import { makeBrowserSocket } from './browser-socket.ts';
import { Blob, CloseEvent, dispatch, DOMException, Event, MessageEvent } from './built-ins.ts';
import { byteLengthOf } from './byte-length.ts';
import { toCloseArguments } from './close-arguments.ts';
import { Connection } from './connection.ts';
import { EventHandlers } from './event-handlers.ts';
import { startHandshake } from './handshake.ts';
import { ledger, READY_STATES, type LedgerEntry } from './ledger.ts';
import { findLink, NativeWebSocket } from './network.ts';
import { toOutgoingMessage } from './outgoing-message.ts';
import { SendQueue } from './send-queue.ts';
import { SimulatedWire, type PageEnd } from './simulated-wire.ts';
import type { Closing } from './socket-server.ts';
import { parseSocketUrl } from './socket-url.ts';
import { areSubprotocols } from './subprotocol.ts';
import { defineInterface, failure, toDOMString, toStringSequence, toUSVString } from './web-idl.ts';
import type { Answer } from './wire.ts';

const CONNECTING = 0;
const OPEN = 1;
const CLOSING = 2;
const CLOSED = 3;
/** Chromium fails one more in the process of a page, and its server never hears of it. */
const MOST_SOCKETS = 255;
const BINARY_TYPES: readonly BinaryType[] = ['blob', 'arraybuffer'];

let connectionCount = 0;

/** Those that are not closed. */
let socketCount = 0;

/**
 * A `WebSocket` with no network under it, to the letter of https://websockets.spec.whatwg.org/ and,
 * where that leaves room, as Chromium does it. Its server is the one whose link matches its URL.
 * `new` with a URL that none matches returns a socket of the browser's own, which does all the work.
 */
class Implementation extends EventTarget {
  readonly #url!: string;
  readonly #origin!: string;
  readonly #wire!: SimulatedWire;
  readonly #entry!: LedgerEntry;
  readonly #sent!: SendQueue;
  #readyState = CONNECTING;
  #isClosed = false;
  #answer: Answer = { protocol: '', extensions: '' };
  #binaryType: BinaryType = 'blob';
  readonly #handlers = new EventHandlers(this);

  /** Whether a value was made by this class, whatever its prototype says. */
  static isSimulated = (value: unknown): boolean =>
    typeof value === 'object' && value !== null && #wire in value;

  constructor(url: string | URL, protocols: string | string[] = []) {
    super();
    if (arguments.length === 0) return Reflect.construct(NativeWebSocket, [], new.target) as never;
    const href = toUSVString(url, 'construct');
    const offered = toStringSequence(protocols, 'construct');
    const address = parseSocketUrl(href);
    const link = address && findLink(address.href, offered);
    // What the browser refuses, it refuses in its own words. What is not simulated is the browser's.
    if (!link || link.redirect || !areSubprotocols(offered)) {
      return makeBrowserSocket(address?.href ?? href, offered, new.target, link) as never;
    }

    this.#url = address.href;
    this.#origin = address.origin;
    const connection = new Connection(
      { id: `connection-${++connectionCount}`, url: address.href, protocols: offered },
      (server) => new SimulatedWire(offered, this.#pageEnd(), server),
    );
    this.#wire = connection.wire;
    this.#entry = ledger.open({
      url: address.href,
      protocols: offered,
      transport: 'simulated',
      goal: link.goal,
      storyId: link.storyId,
      stack: new Error().stack ?? '',
    });
    this.#sent = new SendQueue(connection.wire);
    socketCount += 1;
    if (socketCount > MOST_SOCKETS) this.#wire.pageAborted();
    else startHandshake(link, connection, this as unknown as WebSocket);
  }

  // In Chromium's order, which `Object.keys` and a `for…in` loop show.
  get url(): string {
    return this.#url;
  }

  get readyState(): number {
    return this.#readyState;
  }

  get bufferedAmount(): number {
    return this.#sent.bufferedAmount;
  }

  get onopen(): EventListener | null {
    return this.#handlers.get('open');
  }

  set onopen(value: EventListener | null) {
    this.#handlers.set('open', value);
  }

  get onerror(): EventListener | null {
    return this.#handlers.get('error');
  }

  set onerror(value: EventListener | null) {
    this.#handlers.set('error', value);
  }

  get onclose(): EventListener | null {
    return this.#handlers.get('close');
  }

  set onclose(value: EventListener | null) {
    this.#handlers.set('close', value);
  }

  get extensions(): string {
    return this.#answer.extensions;
  }

  get protocol(): string {
    return this.#answer.protocol;
  }

  get onmessage(): EventListener | null {
    return this.#handlers.get('message');
  }

  set onmessage(value: EventListener | null) {
    this.#handlers.set('message', value);
  }

  get binaryType(): BinaryType {
    return this.#binaryType;
  }

  set binaryType(value: BinaryType) {
    const text = toDOMString(value, 'binaryType');
    // An unknown enumeration value is ignored: https://webidl.spec.whatwg.org/#dfn-attribute-setter
    this.#binaryType = BINARY_TYPES.find((type) => type === text) ?? this.#binaryType;
  }

  /** https://websockets.spec.whatwg.org/#dom-websocket-close. Its `length` is 0: both are optional. */
  close(...[code, reason]: [code?: number, reason?: string]): void {
    const closing = toCloseArguments(code, reason);
    if (this.#readyState === CLOSING || this.#readyState === CLOSED) return;
    if (this.#readyState === CONNECTING) {
      this.#setReadyState(CLOSING);
      this.#wire.pageAborted();
      return;
    }
    this.#setReadyState(CLOSING);
    this.#sent.close(closing.code, closing.reason);
  }

  /** https://websockets.spec.whatwg.org/#dom-websocket-send */
  send(data: string | Blob | ArrayBuffer | ArrayBufferView): void {
    if (arguments.length === 0) {
      throw new TypeError(failure('send', '1 argument required, but only 0 present.'));
    }
    const message = toOutgoingMessage(data);
    if (this.#readyState === CONNECTING) {
      throw new DOMException(failure('send', 'Still in CONNECTING state.'), 'InvalidStateError');
    }
    const bytes = byteLengthOf(message);
    if (this.#readyState !== OPEN) {
      this.#sent.lose(bytes);
      this.#entry.record({ type: 'discarded' });
      return;
    }
    this.#entry.record({ type: 'message', direction: 'out', bytes }, message);
    this.#sent.send(message, bytes);
  }

  /** https://websockets.spec.whatwg.org/#feedback-from-the-protocol */
  #pageEnd(): PageEnd {
    return {
      opened: (answer) => {
        if (this.#readyState !== CONNECTING) return;
        this.#answer = answer;
        this.#setReadyState(OPEN);
        this.#entry.record({ type: 'open' });
        dispatch(this, new Event('open'));
      },
      messaged: (payload) => {
        this.#sent.update();
        if (this.#readyState !== OPEN) return;
        this.#entry.record(
          { type: 'message', direction: 'in', bytes: byteLengthOf(payload) },
          payload,
        );
        const data =
          typeof payload !== 'string' && this.#binaryType === 'blob'
            ? new Blob([payload])
            : payload;
        dispatch(this, new MessageEvent('message', { data, origin: this.#origin }));
      },
      closing: () => {
        this.#sent.update();
        if (this.#readyState === OPEN) this.#setReadyState(CLOSING);
      },
      errored: () => {
        if (this.#readyState === CLOSED) return;
        this.#sent.end();
        this.#setReadyState(CLOSED);
        this.#entry.record({ type: 'error' });
        dispatch(this, new Event('error'));
      },
      closed: ({ code, reason, ...closing }: Closing) => {
        if (this.#isClosed) return;
        this.#isClosed = true;
        socketCount -= 1;
        const hasSentAll = this.#sent.end();
        const wasClean = closing.wasClean && hasSentAll;
        if (this.#readyState !== CLOSED) this.#setReadyState(CLOSED);
        this.#entry.record({ type: 'close', code, reason, wasClean });
        dispatch(this, new CloseEvent('close', { code, reason, wasClean }));
      },
      writable: () => this.#sent.drain(),
      vanished: () => {
        if (!this.#isClosed) socketCount -= 1;
        this.#isClosed = true;
        this.#sent.end();
        if (this.#readyState !== CLOSED) this.#setReadyState(CLOSED);
      },
    };
  }

  #setReadyState(readyState: number): void {
    this.#readyState = readyState;
    this.#entry.record({ type: 'state', state: READY_STATES[readyState] ?? 'closed' });
  }
}

/** The class as a page sees it. */
export const SimulatedWebSocket: typeof WebSocket = defineInterface(Implementation, {
  isInstance: Implementation.isSimulated,
  native: NativeWebSocket,
  constants: { CONNECTING, OPEN, CLOSING, CLOSED },
}) as unknown as typeof WebSocket;
