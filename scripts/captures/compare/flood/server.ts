import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Payload, ServerConnection } from '../../../../mocks/socket-server.ts';
import type { Language } from '../../../../stories/libraries/languages/language.ts';
import { HOST } from '../../../child-process.ts';

/** One real connection, as much of it as a language needs. */
function toConnection(socket: WebSocket, url: string) {
  const connection = {
    url,
    send: async (data: Payload) => socket.send(data),
    close: async (code?: number, reason?: string) => socket.close(code, reason),
  };
  return connection as unknown as ServerConnection;
}

/** A real server that speaks one language, and floods its page with numbered news. */
export async function serveFlood(language: () => Language) {
  const server = new WebSocketServer({ host: HOST, port: 0, perMessageDeflate: false });
  await once(server, 'listening');
  let flood: (count: number) => void = () => undefined;
  server.on('connection', (socket, { socket: tcp }) => {
    const spoken = language();
    const connection = toConnection(socket, 'ws://flood.test/');
    const stop = spoken.greet?.(connection);
    socket.on('close', () => stop?.());
    socket.on('message', (data: Buffer, isBinary) => {
      if (!isBinary) spoken.hear(connection, data.toString());
    });
    flood = (count) => {
      // Written as one: the page is to be measured, and not this process.
      tcp.cork();
      for (let n = 0; n < count; n += 1) {
        const news = spoken.news(connection, `news ${n}`);
        if (news === undefined) throw new Error('The page has not asked for news yet.');
        socket.send(news as string);
      }
      tcp.uncork();
    };
  });
  return {
    url: `ws://${HOST}:${(server.address() as AddressInfo).port}/`,
    /** Sends so many at once to the page that has connected last. */
    flood: (count: number) => flood(count),
    close: () => server.close(),
  };
}
