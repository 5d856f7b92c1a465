import type { SocketServer } from '../socket-server.ts';
import type { Rig } from './rig.ts';

/** What one scenario saw, one line for each thing, the same for every socket that behaves the same. */
export type Trace = readonly string[];

/** Does something with a socket and its server, and notes what it sees. */
export type Script = (rig: Rig) => Promise<void>;

export interface Scenario {
  readonly group: string;
  readonly name: string;
  readonly run: Script;
}

/** A kind of socket that the scenarios can be run on. */
export interface Subject {
  /** Shown in reports, with a version where there is one: `mock-socket 9.3.1`. */
  readonly name: string;
  readonly WebSocket: typeof WebSocket;
  /** A server of its own for one scenario. */
  open(scenario: string): Promise<SocketServer>;
}

/** Names a group's scripts: `scenarios('closing', { 'the page closes': async (rig) => … })`. */
export function scenarios(group: string, scripts: Readonly<Record<string, Script>>): Scenario[] {
  return Object.entries(scripts).map(([name, run]) => ({ group, name, run }));
}

/** Calls a method with arguments that its type does not allow. */
export function call(target: object, method: string, ...args: unknown[]): unknown {
  return Reflect.apply(
    Reflect.get(target, method) as (...args: unknown[]) => unknown,
    target,
    args,
  );
}
