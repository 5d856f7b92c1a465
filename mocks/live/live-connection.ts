import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { RawData } from 'ws';
import type { RequestHead } from '../../src/protocol/handshake.ts';
import { checkServerClose } from '../close-arguments.ts';
import { Lane } from '../lane.ts';
import { checkRefusal } from '../refusal.ts';
import type { Closing } from '../socket-server.ts';
import { areSubprotocols } from '../subprotocol.ts';
import type { Answer } from '../wire.ts';
import type { Command } from './control-protocol.ts';
import type { LiveWebSocket } from './live-web-socket.ts';
import { requestHeadOf } from './request-head.ts';

/** What a timer can wait, in milliseconds: about 25 days. */
const LONGEST_LATENCY_MS = 2 ** 31 - 1;

/** A frame with an opcode that RFC 6455 §5.2 reserves, which an endpoint must fail on. */
const RESERVED_FRAME = Buffer.from([0x83, 0x00]);

export interface LiveConnectionEvents {
  message(data: RawData, isBinary: boolean): void;
  pong(data: Buffer): void;
  closed(closing: Closing): void;
}

/** Completes a handshake; answers with the WebSocket, unless the page has gone meanwhile. */
export type Upgrade = (answer: Answer, opened: (webSocket: LiveWebSocket) => void) => void;

/** One TCP connection of the page: first a held HTTP upgrade, then a WebSocket. */
export class LiveConnection {
  readonly protocols: readonly string[];
  readonly requestHead: RequestHead;
  readonly #socket: Duplex;
  readonly #upgrade: Upgrade;
  readonly #events: LiveConnectionEvents;
  readonly #outgoing = new Lane((act) => act());
  #webSocket: LiveWebSocket | undefined;
  #closeAnswer: { readonly code: number | undefined; readonly reason: string } | undefined;
  #isStalled = false;
  #isCut = false;

  constructor(
    request: IncomingMessage,
    socket: Duplex,
    upgrade: Upgrade,
    events: LiveConnectionEvents,
  ) {
    this.protocols = (request.headers['sec-websocket-protocol'] ?? '')
      .split(',')
      .map((protocol) => protocol.trim())
      .filter((protocol) => protocol !== '');
    this.requestHead = requestHeadOf(request);
    this.#socket = socket;
    this.#upgrade = upgrade;
    this.#events = events;
    // A reset connection is an ended one; there is no one to tell more.
    socket.on('error', () => socket.destroy());
    socket.on('close', this.#closedAbnormally);
    // While the upgrade is held no one reads, and who does not read is not told of the end.
    socket.on('end', this.#endedUnopened);
    socket.resume();
  }

  /**
   * @param fail is told why the verb cannot be carried out: at once, or when its latency has passed
   * @returns whether it is carried out, or will be as far as one knows
   */
  run(
    command: Command,
    payload: RawData | undefined,
    isBinary: boolean,
    fail: (error: unknown) => void,
  ): boolean {
    let isTaken = true;
    const attempt = (act: () => void) => {
      try {
        act();
      } catch (error) {
        isTaken = false;
        fail(error);
      }
    };
    attempt(() => {
      checkLatency(command.latencyMs);
      const act = this.#prepare(command, payload, isBinary);
      if (act) this.#outgoing.send(() => attempt(act), command.latencyMs);
    });
    return isTaken;
  }

  /**
   * Checks a verb. Does at once what sends nothing; returns what is to be done after its latency.
   * @throws {Error} when the verb makes no sense
   */
  #prepare(
    command: Command,
    payload: RawData | undefined,
    isBinary: boolean,
  ): (() => void) | undefined {
    switch (command.verb) {
      case 'accept':
        if (command.protocol !== '' && !areSubprotocols([command.protocol])) {
          throw new SyntaxError(`A subprotocol is a token, and "${command.protocol}" is none.`);
        }
        return () => this.#accept(command);
      case 'refuse':
        checkRefusal(command.status);
        return () => this.#refuse(command.status);
      case 'send':
        if (payload === undefined) throw new Error('There is nothing to send.');
        return () => this.#webSocket?.send(payload, { binary: isBinary });
      case 'ping':
        return () => this.#webSocket?.ping(payload);
      case 'close':
        checkServerClose(command.code, command.reason);
        return () => this.#webSocket?.startClosing(command.code, command.reason);
      case 'answerClose':
        checkServerClose(command.code, command.reason);
        this.#closeAnswer = command;
        this.#webSocket?.answerCloseWith(command.code, command.reason);
        return undefined;
      case 'fail':
        return () => this.#socket.write(RESERVED_FRAME);
      case 'drop':
        this.cut();
        return undefined;
      case 'stall':
        this.#isStalled = true;
        this.#outgoing.stall();
        this.#webSocket?.pause();
        return undefined;
      case 'resume':
        this.#isStalled = false;
        // What was held back leaves in one piece.
        this.#socket.cork();
        this.#outgoing.resume();
        this.#socket.uncork();
        this.#webSocket?.resume();
        return undefined;
    }
  }

  /** Cuts the TCP connection: no Close frame, no HTTP answer. */
  cut(): void {
    this.#isCut = true;
    this.#outgoing.cut();
    this.#socket.destroy();
  }

  #accept(answer: Answer): void {
    this.#socket.off('end', this.#endedUnopened);
    this.#upgrade(answer, (webSocket) => {
      this.#webSocket = webSocket;
      if (this.#closeAnswer) {
        webSocket.answerCloseWith(this.#closeAnswer.code, this.#closeAnswer.reason);
      }
      this.#socket.off('close', this.#closedAbnormally);
      if (this.#isStalled) webSocket.pause();
      webSocket.on('message', (data, isBinary) => {
        // `ws` reads what was left unread when its socket ends; who has cut the cable does not.
        if (!this.#isCut) this.#events.message(data, isBinary);
      });
      webSocket.on('pong', (data) => {
        this.#events.pong(data);
      });
      // A broken frame or one over the limit: `ws` closes, and its `close` event says the rest.
      webSocket.on('error', () => undefined);
      webSocket.on('close', (code, reason) => {
        if (this.#isCut) this.#closedAbnormally();
        else this.#events.closed({ code, reason: String(reason), wasClean: code !== 1006 });
      });
    });
  }

  #refuse(status: number): void {
    this.#socket.end(
      [
        `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Refused'}`,
        'Connection: close',
        'Content-Length: 0',
        '\r\n',
      ].join('\r\n'),
    );
  }

  readonly #endedUnopened = (): void => {
    this.#socket.destroy();
  };

  readonly #closedAbnormally = (): void => {
    this.#events.closed({ code: 1006, reason: '', wasClean: false });
  };
}

function checkLatency(latencyMs: number): void {
  if (latencyMs >= 0 && latencyMs <= LONGEST_LATENCY_MS) return;
  throw new RangeError(`A latency is from 0 to ${LONGEST_LATENCY_MS} ms, and ${latencyMs} is not.`);
}
