/** A real server that floods the page of the benchmark. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';

const HOST = '127.0.0.1';
/** A stream sends what is due once in so many milliseconds. */
const TICK_MS = 5;

/** How many rows the live table has. */
const ROWS = 200;

const nameOf = (n: number) => `ITEM ${String((n % ROWS) + 1).padStart(3, '0')}`;
const entries = Object.fromEntries(Array.from({ length: ROWS }, (_, n) => [nameOf(n), n]));

/** One message of each kind of stream. */
const MESSAGES = {
  '/': (n: number) => `message ${n}`,
  '/table': (seq: number) =>
    JSON.stringify({ type: 'delta', seq, key: nameOf(seq * 37), value: seq % 1_000 }),
};

/** A server of numbered messages, and at `/table` of the deltas of a table, as many as it is told to send. */
export async function serveFlood() {
  const server = new WebSocketServer({ host: HOST, port: 0, perMessageDeflate: false });
  await once(server, 'listening');
  const sockets = new Map<WebSocket, { message: (n: number) => string; sent: number }>();
  server.on('connection', (socket, request) => {
    const path = request.url === '/table' ? '/table' : '/';
    sockets.set(socket, { message: MESSAGES[path], sent: 0 });
    socket.on('message', (data: Buffer) => {
      if (!data.toString().includes('fetch-snapshot')) return;
      socket.send(JSON.stringify({ type: 'snapshot', seq: 0, entries }));
    });
    socket.on('close', () => sockets.delete(socket));
    Object.assign(socket, { tcp: request.socket });
  });

  function send(count: number) {
    for (const [socket, stream] of sockets) {
      const { tcp } = socket as unknown as { tcp: { cork(): void; uncork(): void } };
      // Written as one: the page is to be measured, and not this process.
      tcp.cork();
      for (let n = 0; n < count; n++) socket.send(stream.message(++stream.sent));
      tcp.uncork();
    }
  }

  return {
    url: `ws://${HOST}:${(server.address() as AddressInfo).port}/`,
    /** Sends so many messages at once to each page. Their numbers go on from the last one. */
    flood: send,
    /** Sends `perSecond` messages a second, until the returned stop. */
    stream(perSecond: number): () => void {
      const startedAt = performance.now();
      let sent = 0;
      const timer = setInterval(() => {
        const due = Math.floor(((performance.now() - startedAt) / 1000) * perSecond);
        send(due - sent);
        sent = due;
      }, TICK_MS);
      return () => clearInterval(timer);
    },
    close: () => server.close(),
  };
}
