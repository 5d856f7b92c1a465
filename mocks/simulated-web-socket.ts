import { recordBrowserSocket } from './browser-socket.ts';
import {
  Blob,
  CloseEvent,
  dispatch,
  DOMException,
  Event,
  listen,
  MessageEvent,
  unlisten,
} from './built-ins.ts';
import { byteLengthOf } from './byte-length.ts';
import { checkPageCode, checkReason } from './close-arguments.ts';
import { Connection } from './connection.ts';
import { startHandshake } from './handshake.ts';
import { ledger, READY_STATES, type LedgerEntry } from './ledger.ts';
import { findLink, NativeWebSocket } from './network.ts';
import { toOutgoingMessage } from './outgoing-message.ts';
import { SendQueue } from './send-queue.ts';
import { SimulatedWire, type PageEnd } from './simulated-wire.ts';
import type { Closing } from './socket-server.ts';
import { areSubprotocols } from './subprotocol.ts';
import {
  defineInterface,
  failure,
  toClampedUnsignedShort,
  toDOMString,
  toStringSequence,
  toUSVString,
} from './web-idl.ts';
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

type EventName = 'open' | 'message' | 'error' | 'close';

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
  readonly #handlers = new Map<EventName, { value: object; listener: EventListener }>();

  /** Whether a value was made by this class, whatever its prototype says. */
  static isSimulated = (value: unknown): boolean =>
    typeof value === 'object' && value !== null && #wire in value;

  constructor(url: string | URL, protocols: string | string[] = []) {
    super();
    if (arguments.length === 0) return Reflect.construct(NativeWebSocket, [], new.target) as never;
    const href = toUSVString(url, 'construct');
    const offered = toStringSequence(protocols, 'construct');
    const address = parseUrl(href);
    const link = address && findLink(address.href);
    // What the browser refuses, it refuses in its own words. What is not simulated is the browser's.
    if (!link || !areSubprotocols(offered)) {
      // As an instance of what the page has asked for: its own subclass, its patched prototype.
      const socket: unknown = Reflect.construct(NativeWebSocket, [href, offered], new.target);
      recordBrowserSocket(socket as WebSocket, offered);
      return socket as never;
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
    return this.#handler('open');
  }

  set onopen(value: EventListener | null) {
    this.#setHandler('open', value);
  }

  get onerror(): EventListener | null {
    return this.#handler('error');
  }

  set onerror(value: EventListener | null) {
    this.#setHandler('error', value);
  }

  get onclose(): EventListener | null {
    return this.#handler('close');
  }

  set onclose(value: EventListener | null) {
    this.#setHandler('close', value);
  }

  get extensions(): string {
    return this.#answer.extensions;
  }

  get protocol(): string {
    return this.#answer.protocol;
  }

  get onmessage(): EventListener | null {
    return this.#handler('message');
  }

  set onmessage(value: EventListener | null) {
    this.#setHandler('message', value);
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
    // Chromium takes an `undefined` code for a missing one only where no reason follows.
    const closeCode =
      code === undefined && reason === undefined
        ? undefined
        : toClampedUnsignedShort(code, 'close');
    const closeReason = reason === undefined ? '' : toUSVString(reason, 'close');
    if (closeCode !== undefined) checkPageCode(closeCode);
    checkReason(closeReason);
    if (this.#readyState === CLOSING || this.#readyState === CLOSED) return;
    if (this.#readyState === CONNECTING) {
      this.#setReadyState(CLOSING);
      this.#wire.pageAborted();
      return;
    }
    this.#setReadyState(CLOSING);
    // A reason travels only behind a code (RFC 6455 §5.5.1).
    if (closeCode === undefined) this.#sent.close(1005, '');
    else this.#sent.close(closeCode, closeReason);
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

  #handler(name: EventName): EventListener | null {
    return (this.#handlers.get(name)?.value ?? null) as EventListener | null;
  }

  /** https://html.spec.whatwg.org/multipage/webappapis.html#event-handler-idl-attributes */
  #setHandler(name: EventName, value: unknown): void {
    const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
    const current = this.#handlers.get(name);
    if (!isObject) {
      if (current) unlisten(this, name, current.listener);
      this.#handlers.delete(name);
      return;
    }
    // A handler that is replaced keeps its place among the listeners.
    if (current) {
      current.value = value;
      return;
    }
    const handler = {
      value,
      listener: (event: Event) => {
        if (typeof handler.value !== 'function') return;
        if (Reflect.apply(handler.value, this, [event]) === false) event.preventDefault();
      },
    };
    this.#handlers.set(name, handler);
    listen(this, name, handler.listener);
  }
}

/** The class as a page sees it. */
export const SimulatedWebSocket: typeof WebSocket = defineInterface(Implementation, {
  isInstance: Implementation.isSimulated,
  native: NativeWebSocket,
  constants: { CONNECTING, OPEN, CLOSING, CLOSED },
}) as unknown as typeof WebSocket;

/** https://websockets.spec.whatwg.org/#dom-websocket-websocket, steps 1 to 6 */
function parseUrl(url: string): URL | undefined {
  const parsed = URL.parse(url, document.baseURI);
  // Not `parsed.hash`, which is empty for an empty fragment too.
  if (!parsed || parsed.href.includes('#')) return undefined;
  if (parsed.protocol === 'http:') parsed.protocol = 'ws:';
  if (parsed.protocol === 'https:') parsed.protocol = 'wss:';
  return parsed.protocol === 'ws:' || parsed.protocol === 'wss:' ? parsed : undefined;
}
