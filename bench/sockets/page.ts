/** What `sockets.bench.ts` calls in the page. */
import { byteLengthOf } from '../../mocks/byte-length.ts';
import { SimulatedServer } from '../../mocks/simulated-server.ts';
import { SimulatedWebSocket } from '../../mocks/simulated-web-socket.ts';
import { findContenders, type Connection, type ContenderName } from './contenders.ts';
import { MESSAGE } from './message.ts';

/** More than it remembers: it disposes of those, whatever they have left. */
const CYCLES_A_SERVER = 2_500;

export interface Bench {
  /** Opens a connection of that kind, for `stream`. */
  open(name: ContenderName): Promise<void>;
  /** Lets the server send so many messages, until all are here. @returns milliseconds */
  stream(count: number): Promise<number>;
  close(): void;
  /** Counts the bytes of that many messages, as is done for the ledger alone. */
  countBytes(count: number): void;
  /** Opens and closes that many simulated sockets, one after the other, at one server after the other. */
  cycle(count: number): Promise<void>;
}

function next(socket: WebSocket, type: 'open' | 'close'): Promise<Event> {
  return new Promise((resolve) => socket.addEventListener(type, resolve, { once: true }));
}

/** @param url where the real server listens */
export async function startBench(url: string): Promise<Bench> {
  const contenders = await findContenders(url);
  let connection: Connection | undefined;
  let onMessage: () => void = () => undefined;
  return {
    async open(name) {
      connection = await contenders[name]((data) => {
        if (data !== MESSAGE) throw new Error(`This was not sent: ${String(data)}`);
        onMessage();
      });
      // No one pays for what another has left behind.
      window.gc?.();
    },
    stream(count) {
      return new Promise((resolve) => {
        const start = performance.now();
        let received = 0;
        onMessage = () => {
          received += 1;
          if (received === count) resolve(performance.now() - start);
        };
        connection?.stream(count);
      });
    },
    close: () => connection?.close(),
    countBytes(count) {
      for (let counted = 0; counted < count * MESSAGE.length;) counted += byteLengthOf(MESSAGE);
    },
    async cycle(count) {
      for (let done = 0; done < count;) {
        const server = new SimulatedServer(`ws://cycle-${done}.test/`);
        for (const end = Math.min(done + CYCLES_A_SERVER, count); done < end; done++) {
          const socket = new SimulatedWebSocket(server.url);
          await next(socket, 'open');
          socket.close();
          await next(socket, 'close');
        }
        server.dispose();
      }
    },
  };
}

declare global {
  interface Window {
    /** With Chromium's flag `--js-flags=--expose-gc`. */
    gc?: () => void;
  }
}
