import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Behaviour } from '../../../../mocks/behaviours.ts';
import { SimulatedServer } from '../../../../mocks/simulated-server.ts';
import { SimulatedWebSocket } from '../../../../mocks/simulated-web-socket.ts';

/** Does things that take time, and notes what happens. Ends when nothing more is to come. */
export type Script = (rig: Rig) => Promise<void>;

let count = 0;

/** What a script works with; it knows no clock but the page's own. */
export class Rig {
  readonly server: SimulatedServer;
  readonly trace: string[] = [];
  readonly #undos: (() => void)[] = [];

  constructor() {
    this.server = new SimulatedServer(`wss://lab.test/clock-${++count}`);
    this.#undos.push(() => this.server.dispose());
  }

  readonly note = (what: string): void => {
    this.trace.push(what);
  };

  /** A socket whose events are noted. */
  connect(name = 'socket'): WebSocket {
    const socket = new SimulatedWebSocket(this.server.url);
    const note = (what: string) => this.note(`${name} ${what}`);
    socket.addEventListener('open', () => note('open'));
    socket.addEventListener('message', ({ data }) => note(`message ${String(data)}`));
    socket.addEventListener('error', () => note('error'));
    socket.addEventListener('close', ({ code, wasClean }) => note(`close ${code} ${wasClean}`));
    return socket;
  }

  behave(behaviour: Behaviour): void {
    this.#undos.push(behaviour(this.server));
  }

  mount(node: ReactNode): () => void {
    const root = createRoot(document.createElement('div'));
    root.render(node);
    const unmount = () => root.unmount();
    this.#undos.push(unmount);
    return unmount;
  }

  dispose(): void {
    for (const undo of this.#undos.reverse()) undo();
  }
}

export const sleep = (ms: number): Promise<void> =>
  new Promise((done) => void setTimeout(done, ms));

export const once = (target: EventTarget, type: string): Promise<Event> =>
  new Promise((done) => {
    target.addEventListener(type, done, { once: true });
  });
