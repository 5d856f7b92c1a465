/** The same script on MSW alone and here. */
import type { ws } from 'msw/ws';
import { expect } from 'vitest';
import { interceptByMsw } from '../contract/fidelity/msw-subject.ts';
import { SimulatedWebSocket } from '../simulated-web-socket.ts';
import { includeMswHandlers } from './link.ts';

type Handler = ReturnType<ReturnType<typeof ws.link>['addEventListener']>;

/** One of the two, and what a script needs of it. */
interface Stand {
  readonly WebSocket: typeof WebSocket;
  use(...handlers: Handler[]): void;
  /** Adds a line. */
  note(...values: unknown[]): void;
  /** A socket whose events are noted, and which is closed at the end. */
  connect(url: string, name?: string, protocols?: string[]): WebSocket;
  /** Resolves when a line like this is there. */
  until(line: string): Promise<void>;
}

export type Subject = Pick<Stand, 'WebSocket' | 'use'>;
export type Script = (stand: Stand) => Promise<void>;

const msw = interceptByMsw();
const undos: (() => unknown)[] = [];

/** Has something undone behind the test that runs. */
export function undoLater(undo: () => unknown): void {
  undos.push(undo);
}

/** Leaves nothing open behind. */
export async function undoAll(): Promise<void> {
  for (const undo of undos.splice(0).reverse()) await undo();
}

/** MSW's handlers behind the lab's own socket. */
export const here: Subject = {
  WebSocket: SimulatedWebSocket,
  use: (...handlers: Handler[]) => {
    includeMswHandlers(() => handlers);
    undos.push(() => includeMswHandlers(() => []));
  },
};
/** MSW's own interception, without anything of the lab's. */
export const alone: Subject = {
  WebSocket: msw.WebSocket,
  use: (...handlers: Handler[]) => {
    msw.network.use(...handlers);
    undos.push(() => msw.network.resetHandlers());
  },
};

/** Runs a script, and returns what it has noted. */
export async function run(subject: Subject, script: Script): Promise<string[]> {
  const lines: string[] = [];
  const note = (...values: unknown[]) => void lines.push(values.map(String).join(' '));
  const stand: Stand = {
    ...subject,
    note,
    connect(url, name = 'page', protocols) {
      const socket = new subject.WebSocket(url, protocols);
      for (const type of ['open', 'message', 'error', 'close']) {
        socket.addEventListener(type, (event) => {
          const { data, code, reason } = event as MessageEvent<unknown> & CloseEvent;
          const details = { open: [], error: [], message: [data], close: [code, reason] };
          note(name, type, ...details[type as keyof typeof details]);
        });
      }
      undos.push(() => socket.close());
      return socket;
    },
    until: (line) => expect.poll(() => lines).toContain(line),
  };
  await script(stand);
  return [...lines];
}

/** Runs a script on both. */
export async function runBoth(script: Script): Promise<{ expected: string[]; actual: string[] }> {
  const expected = await run(alone, script);
  await undoAll();
  return { expected, actual: await run(here, script) };
}
