import { byteLengthOf } from '../../../mocks/byte-length.ts';
import { now } from '../../../mocks/clock.ts';
import type { LedgerEvent, LedgerSocket, MessageData } from '../../../mocks/ledger.ts';
import type { ServerConnection, SocketServer } from '../../../mocks/socket-server.ts';
import { isUnanswered } from '../../../mocks/whereabouts.ts';
import type { Session } from '../../story/session.ts';
import { NO_STATUS, type Status, type Unanswered } from '../model/status.ts';
import { PanelDriver } from './panel-driver.ts';
import { Outbox } from './outbox.ts';
import { findPatternStatus, watchPatternStatus } from './pattern-status.ts';
import { Recorder } from './recorder.ts';
import { Replayer } from './replayer.ts';
import { toServerStatus } from './server-status.ts';
import { toContent } from './to-content.ts';

/** Things held that are listed; who holds more has a leak that the first of them show. */
const HELD_LIMIT = 100;

interface StoryRunOptions {
  /** Whether its own play function is recorded: the story is run again while the user records. */
  readonly isRecording: boolean;
  /** Calls back when there may be something else to post. */
  readonly onChange: () => void;
}

/** URLs listed that no server answers; a component that makes more has named its host by then. */
const UNANSWERED_LIMIT = 10;

let runCount = 0;

/** One story from its mount to the next: its sockets' events as they wait to be posted, its status. */
export class StoryRun {
  readonly id = ++runCount;
  readonly storyId: string;
  readonly session: Session | undefined;
  readonly outbox: Outbox;
  readonly driver: PanelDriver | undefined;
  readonly recorder: Recorder | undefined;
  /** What the server could not do, as sentences. */
  problem: string | undefined;
  /** Those that have not ended. */
  readonly #sockets = new Map<number, LedgerSocket>();
  readonly #ended = new Set<number>();
  /** By URL. */
  readonly #unanswered = new Map<string, Unanswered>();
  /** Ids of those that have been seen CLOSING. */
  readonly #closing = new Set<number>();
  /** Ids of those at the live server, once something has come from them. */
  readonly #liveSockets = new Map<ServerConnection, number>();
  readonly #replayer: Replayer | undefined;
  readonly #onChange: () => void;
  readonly #undos: readonly ((() => void) | undefined)[];

  constructor(storyId: string, session: Session | undefined, options: StoryRunOptions) {
    const { isRecording, onChange } = options;
    this.#onChange = onChange;
    this.storyId = storyId;
    this.session = session;
    this.outbox = new Outbox(onChange);
    this.recorder = session && new Recorder(session, isRecording, onChange);
    this.driver = session && new PanelDriver(session);
    this.#replayer = session && new Replayer(session, onChange);
    this.#undos = [watchPatternStatus(onChange), session?.onChange(onChange)];
  }

  /**
   * Takes what the page sends on real sockets: of these the ledger knows only what comes in, but the
   * live server says what has arrived there.
   */
  hearLiveServer(): void {
    if (this.session?.transport !== 'live') return;
    const { server } = this.session;
    const hear = (connection: ServerConnection) => {
      connection.onMessage((data) => {
        const socketId = this.#liveSocketOf(connection, server);
        if (socketId === undefined) return;
        const bytes = byteLengthOf(data);
        this.take({ type: 'message', socketId, at: now(), direction: 'out', bytes }, data);
        this.#onChange();
      });
    };
    server.connections.forEach(hear);
    server.onConnection(hear);
  }

  /** Replays the recording at this URL, or none any more. @throws what reading it throws */
  async replay(url: string | undefined): Promise<void> {
    if (url === undefined) this.#replayer?.stop();
    else await this.#replayer?.start(url);
  }

  /** Whether there may be a socket for whose CLOSING there is no event. */
  get hasRealSockets(): boolean {
    return [...this.#sockets.values()].some(({ transport }) => transport === 'browser');
  }

  /** Takes the real sockets that are CLOSING by now. Returns whether there was another one. */
  look(): boolean {
    const taken = [...this.#sockets.values()]
      .filter(({ state, transport }) => transport === 'browser' && state === 'closing')
      .map(({ id }) => this.take({ type: 'state', socketId: id, at: now(), state: 'closing' }));
    return taken.includes(true);
  }

  /** Takes an event where it belongs to this run. Returns whether it does. */
  take(event: LedgerEvent, data?: MessageData): boolean {
    if (event.type === 'created') return this.#made(event);
    const isLate = event.type === 'discarded' && this.#ended.has(event.socketId);
    if (!this.#sockets.has(event.socketId) && !isLate) return false;
    if (event.type === 'state' && event.state === 'closing') {
      if (this.#closing.has(event.socketId)) return false;
      this.#closing.add(event.socketId);
    }
    if (event.type === 'close') {
      this.#sockets.delete(event.socketId);
      this.#closing.delete(event.socketId);
      this.#ended.add(event.socketId);
    }
    if (data === undefined) {
      this.outbox.push(event);
      return true;
    }
    const carried = toContent(data);
    if (carried instanceof Promise) {
      this.outbox.push(
        event,
        carried.then((content) => ({ ...event, ...content })),
      );
    } else this.outbox.push({ ...event, ...carried });
    return true;
  }

  get status(): Status {
    const { session, driver } = this;
    const problem = session?.server.loss?.message ?? this.problem;
    const states = [...this.#sockets.values()].map(({ state }) => state);
    const openSockets = states.filter((state) => state === 'open').length;
    const unanswered = [...this.#unanswered.values()];
    if (!session || !driver) return { ...NO_STATUS, openSockets, unanswered };
    const replay = this.#replayer?.status;
    const { server } = session;
    const servers = Object.entries(server.servers).map(
      ([name, one]) => [name, toServerStatus(one, driver.behaviourOf(name))] as const,
    );
    return {
      openSockets,
      unanswered,
      server: toServerStatus(server, driver.behaviourOf()),
      servers: Object.fromEntries(servers),
      isMounted: session.state.isMounted,
      held: session.held.slice(0, HELD_LIMIT),
      warnings: session.warnings,
      ...findPatternStatus(),
      ...(replay && { replay }),
      ...(problem !== undefined && { problem }),
      ...(session.server.loss && { isServerLost: true }),
    };
  }

  dispose(): void {
    for (const undo of this.#undos) undo?.();
    this.recorder?.dispose();
    this.driver?.dispose();
    this.#replayer?.stop();
  }

  /**
   * Which socket of the page a connection of the live server is. Nothing on either side names the other
   * one, but a browser makes one handshake after the other (RFC 6455 §4.1), so those that are open are
   * in one order. A socket that was closed before its handshake is on neither list.
   */
  #liveSocketOf(connection: ServerConnection, { open }: SocketServer): number | undefined {
    const known = this.#liveSockets.get(connection);
    if (known !== undefined) return known;
    const matched = new Set(this.#liveSockets.values());
    const sockets = [...this.#sockets.values()].filter(
      ({ id, url, state }) => url === connection.url && state !== 'connecting' && !matched.has(id),
    );
    const connections = open.filter(
      (other) => other.url === connection.url && !this.#liveSockets.has(other),
    );
    const socket = sockets[connections.indexOf(connection)] ?? sockets.at(-1);
    if (socket) this.#liveSockets.set(connection, socket.id);
    return socket?.id;
  }

  #made({ socket, at }: Extract<LedgerEvent, { type: 'created' }>): boolean {
    // A URL that is not the story's own, of a handler of MSW or of a real server, belongs to no story:
    // with one story on the page it is this one's.
    if (socket.storyId !== undefined && socket.storyId !== this.storyId) return false;
    this.#sockets.set(socket.id, socket);
    const { id: socketId, url, protocols, transport, stack } = socket;
    if (isUnanswered(socket) && this.#unanswered.size < UNANSWERED_LIMIT) {
      this.#unanswered.set(url, { url, isRefused: socket.goal === 'refused' });
    }
    this.outbox.push({ type: 'made', socketId, at, url, protocols, transport, stack });
    return true;
  }
}
