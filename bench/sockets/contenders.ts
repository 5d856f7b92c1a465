/** The sockets that are compared, each with a server that sends when it is told to. */
import { Server as MockSocketServer, WebSocket as MockSocket } from 'mock-socket';
import { setupWorker } from 'msw/browser';
import { ws } from 'msw/ws';
import { ledger } from '../../mocks/ledger.ts';
import { NativeWebSocket } from '../../mocks/network.ts';
import { SimulatedServer } from '../../mocks/simulated-server.ts';
import { SimulatedWebSocket } from '../../mocks/simulated-web-socket.ts';
import { MESSAGE } from './message.ts';

/** A connection that is open. */
export interface Connection {
  /** Makes the server send so many messages, as fast as it can. */
  stream(count: number): void;
  close(): void;
}

/** Opens a connection; `onMessage` is called with the data of each message that the page is given. */
export type Contender = (onMessage: (data: unknown) => void) => Promise<Connection>;

export type ContenderName = 'simulated' | 'unrecorded' | 'tasks' | 'msw' | 'mock-socket' | 'real';

/** `onmessage` and not a listener: it is what most components use. */
function listen(socket: Pick<WebSocket, 'onmessage'>, onMessage: (data: unknown) => void): void {
  socket.onmessage = ({ data }) => onMessage(data);
}

function opened(socket: WebSocket): Promise<unknown> {
  return new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
}

function repeat(count: number, send: () => void): void {
  for (let sent = 0; sent < count; sent++) send();
}

const simulated: Contender = async (onMessage) => {
  const server = new SimulatedServer('ws://simulated.test/');
  const socket = new SimulatedWebSocket(server.url);
  listen(socket, onMessage);
  const connection = await server.nextConnection();
  await opened(socket);
  return {
    stream: (count) => repeat(count, () => void connection.send(MESSAGE)),
    close: () => server.dispose(),
  };
};

/** The same without its records. Neither a story nor the lab itself can turn them off. */
const unrecorded: Contender = async (onMessage) => {
  const open = ledger.open.bind(ledger);
  ledger.open = (...made) => ({ ...open(...made), record: () => undefined });
  try {
    return await simulated(onMessage);
  } finally {
    ledger.open = open;
  }
};

/**
 * No socket, but what Chromium does for each frame, done by a page: a task, and an event in it. A
 * simulation that keeps tasks and microtasks as they are cannot cost less.
 */
const tasks: Contender = async (onMessage) => {
  const socket = new EventTarget();
  socket.addEventListener('message', (event) => onMessage((event as MessageEvent).data));
  const { port1: receiver, port2: sender } = new MessageChannel();
  receiver.onmessage = ({ data }: MessageEvent<string>) => {
    socket.dispatchEvent(new MessageEvent('message', { data, origin: 'ws://tasks.test' }));
  };
  return {
    stream: (count) => repeat(count, () => sender.postMessage(MESSAGE)),
    close: () => receiver.close(),
  };
};

async function startMsw(): Promise<Contender> {
  const link = ws.link('ws://msw.test/');
  let stream: Connection['stream'] | undefined;
  const handler = link.addEventListener('connection', ({ client }) => {
    stream = (count) => repeat(count, () => client.send(MESSAGE));
  });
  // Its logger would cost more than all the rest.
  await setupWorker(handler).start({ quiet: true, onUnhandledFrame: 'bypass' });
  const { WebSocket: MswSocket } = window;
  window.WebSocket = NativeWebSocket;
  return async (onMessage) => {
    const socket = new MswSocket('ws://msw.test/');
    listen(socket, onMessage);
    await opened(socket);
    if (!stream) throw new Error('MSW has opened a socket without telling its handler.');
    return { stream, close: () => socket.close() };
  };
}

const mockSocket: Contender = async (onMessage) => {
  const url = 'ws://mock-socket.test/';
  const server = new MockSocketServer(url, { mock: false });
  const socket = new MockSocket(url);
  listen(socket, onMessage);
  return new Promise((resolve) => {
    server.on('connection', (client) => {
      resolve({
        stream: (count) => repeat(count, () => client.send(MESSAGE)),
        close: () => server.stop(),
      });
    });
  });
};

/** At `url` listens a server that takes the count as a message. */
function real(url: string): Contender {
  return async (onMessage) => {
    const socket = new NativeWebSocket(url);
    listen(socket, onMessage);
    await opened(socket);
    return { stream: (count) => socket.send(String(count)), close: () => socket.close() };
  };
}

/** Each by its name, with the real server at `url`. */
export async function findContenders(url: string): Promise<Record<ContenderName, Contender>> {
  return {
    simulated,
    unrecorded,
    tasks,
    msw: await startMsw(),
    'mock-socket': mockSocket,
    real: real(url),
  };
}
