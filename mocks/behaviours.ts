/**
 * Named behaviours of a server: each takes the server and returns the undo.
 */
import { forEachConnection, type Behaviour } from './behaviour.ts';
import { after, repeat } from './clock.ts';

export type { Behaviour };

/** Accepts every handshake. */
export const accepts = (): Behaviour =>
  forEachConnection((connection) => {
    void connection.accept();
    return () => undefined;
  });

/** Refuses every handshake with `status` (503). */
export const refuses = (status?: number): Behaviour =>
  forEachConnection((connection) => {
    void connection.refuse(status);
    return () => undefined;
  });

/** Accepts every handshake, and sends every message back. */
export const acceptsAndEchoes = (): Behaviour =>
  forEachConnection((connection) => connection.onMessage((data) => void connection.send(data)));

/** Leaves every handshake unanswered for `ms` milliseconds, then accepts it. */
export const holdsFor = (ms: number): Behaviour =>
  forEachConnection((connection) => {
    void connection.hold();
    return after(ms, () => void connection.accept());
  });

/** Refuses the first `count` handshakes with `status` (503), and accepts those after. */
export const refusesThenAccepts = (count: number, status?: number): Behaviour => {
  let refused = 0;
  return forEachConnection((connection) => {
    if (refused < count) void connection.refuse(status);
    refused += 1;
    return () => undefined;
  });
};

/** Closes every connection `ms` milliseconds after its handshake, with `code` and `reason`. */
export const closesAfter = (ms: number, code?: number, reason?: string): Behaviour =>
  forEachConnection((connection) => after(ms, () => void connection.close(code, reason)));

/** Sends `perSecond` messages a second on every connection: `text` and a count from 1. */
export const streams = (perSecond: number, text = 'message'): Behaviour =>
  forEachConnection((connection) =>
    repeat(perSecond, (count) => {
      if (connection.state === 'open') void connection.send(`${text} ${count}`);
    }),
  );

/** Echoes `count` messages, then neither answers nor reads, while the connection stays open. */
export const goesSilentAfter = (count: number): Behaviour =>
  forEachConnection((connection) => {
    let heard = 0;
    return connection.onMessage((data) => {
      heard += 1;
      if (heard <= count) void connection.send(data);
      if (heard >= count) void connection.stall();
    });
  });

/** Answers every `ping` with a `pong`, as the server's half of a heartbeat. */
export const answersPings = (ping = 'ping', pong = 'pong'): Behaviour =>
  forEachConnection((connection) =>
    connection.onMessage((data) => {
      if (data === ping) void connection.send(pong);
    }),
  );

/**
 * Behaves in several ways at once.
 * @example together(answersPings(), asksForToken())
 */
export const together =
  (...behaviours: readonly Behaviour[]): Behaviour =>
  (server) => {
    const undos = behaviours.map((behaviour) => behaviour(server));
    return () => {
      for (const undo of undos) undo();
    };
  };
