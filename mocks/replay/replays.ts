import { readHar } from '../../src/protocol/har/read-har.ts';
import { durationOf, type Recording } from '../../src/protocol/har/recording.ts';
import type { Behaviour } from '../behaviour.ts';
import { forEachConnection } from '../behaviour.ts';
import { now } from '../clock.ts';
import { chooseSocket, type Difference } from './difference.ts';
import { ReplayedSocket } from './replayed-socket.ts';

export type { Difference } from './difference.ts';

export interface Replay extends Behaviour {
  /**
   * What the page has done otherwise than the recorded one, so far. What it has not done is in it once
   * its time is over.
   */
  readonly differences: readonly Difference[];
  /** The same, described up to a limit, of how many there are. */
  readonly differenceCount: number;
  listDifferences(limit: number): readonly Difference[];
  /** Milliseconds from the page's first connection until everything recorded is over. */
  readonly durationMs: number;
  /** How many messages the server has sent so far, of how many that are recorded. */
  readonly sentCount: number;
  readonly messageCount: number;
}

/**
 * Sends what a real server has sent, at the recorded times from the moment that the page connects, and
 * compares what the page sends. The first connection gets the first recorded socket, unless its URL ends
 * like that of another one; a connection that the page gives up before it opens, as in StrictMode, counts
 * for none. One that is not in the recording is left to the server.
 *
 * @param har a HAR as an object: the panel's own export, or one that Chrome's DevTools have saved
 * @throws {Error} that names the field which is not what it should be
 *
 * @example
 * const recorded = replays(har);
 * recorded(server);
 * await clock.advance(recorded.durationMs);
 * expect(recorded.differences).toEqual([]);
 */
export function replays(har: unknown): Replay {
  return replaysRecording(readHar(har));
}

/**
 * The same with a HAR that has been read already.
 * @param onChange called when something has been sent or compared. @default no one is told
 */
export function replaysRecording(
  recording: Recording,
  onChange: () => void = () => undefined,
): Replay {
  const { sockets } = recording;
  /** By the number of the recorded socket. */
  let replayed = new Map<number, ReplayedSocket>();
  let extra: Difference[] = [];
  let firstAt: number | undefined;

  const hear = (prefix: string) =>
    forEachConnection((connection) => {
      firstAt ??= now();
      const ending = connection.url.startsWith(prefix) ? connection.url.slice(prefix.length) : '';
      const index = chooseSocket(sockets, (at) => replayed.has(at), ending);
      const recorded = index === undefined ? undefined : sockets[index];
      if (index === undefined || !recorded) {
        const socket = replayed.size + extra.length + 1;
        extra.push({ what: 'one connection more', socket, sent: connection.url });
        onChange();
        return () => undefined;
      }
      const socket = new ReplayedSocket(connection, recorded, index + 1, onChange);
      replayed.set(index, socket);
      return () => {
        if (socket.ended() && replayed.get(index) === socket) replayed.delete(index);
        onChange();
      };
    });

  const behaviour: Behaviour = (server) => {
    replayed = new Map();
    extra = [];
    firstAt = undefined;
    return hear('url' in server ? String(server.url) : '')(server);
  };

  const findUnopened = (): Difference[] =>
    sockets.flatMap(({ url, startedAtMs }, at) =>
      firstAt !== undefined && !replayed.has(at) && now() - firstAt > startedAtMs
        ? [{ what: 'no connection', socket: at + 1, recorded: url }]
        : [],
    );

  const listDifferences = (limit: number) =>
    [
      ...[...replayed.values()].flatMap((socket) => socket.listDifferences(limit)),
      ...extra,
      ...findUnopened(),
    ].slice(0, limit);
  const countDifferences = () =>
    [...replayed.values()].reduce((sum, socket) => sum + socket.differenceCount, 0) +
    extra.length +
    findUnopened().length;

  return Object.defineProperties(behaviour, {
    differences: { get: () => listDifferences(Infinity) },
    differenceCount: { get: countDifferences },
    listDifferences: { value: listDifferences },
    durationMs: { value: durationOf(recording) },
    messageCount: {
      value: sockets
        .flatMap(({ messages }) => messages)
        .filter(({ direction }) => direction === 'in').length,
    },
    sentCount: {
      get: () => [...replayed.values()].reduce((sum, { sentCount }) => sum + sentCount, 0),
    },
  }) as Replay;
}
