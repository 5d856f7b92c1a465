/** Socket.IO's own client, at handlers that use MSW's binding: https://github.com/mswjs/socket.io-binding */
import { toSocketIo } from '@mswjs/socket.io-binding';
import { ws } from 'msw/ws';
import { io, WebSocket as WebSocketTransport } from 'socket.io-client';
import { afterEach, expect, test } from 'vitest';
import { runBoth, undoAll, undoLater, type Script } from './testing.ts';

afterEach(undoAll);

/** Engine.IO keeps the class that it finds when it is loaded; this one has that of the test. */
function transportOver(Socket: typeof WebSocket) {
  return class extends WebSocketTransport {
    override createSocket(uri: string, protocols: string | string[] | undefined): WebSocket {
      return new Socket(uri, protocols);
    }
  };
}

const script: Script = async (stand) => {
  const chat = ws.link('wss://chat.test');
  stand.use(
    chat.addEventListener('connection', (connection) => {
      const { client } = toSocketIo(connection);
      client.on('greeting', (_event, name) => {
        stand.note('server heard', name);
        client.emit('answer', `hello, ${String(name)}`, { from: 'the server' });
      });
    }),
  );
  const socket = io('wss://chat.test', {
    transports: [transportOver(stand.WebSocket)],
    reconnection: false,
  });
  undoLater(() => socket.disconnect());
  socket.on('connect', () => stand.note('connected'));
  socket.on('answer', (text, more) => stand.note('answer', text, JSON.stringify(more)));
  await stand.until('connected');
  socket.emit('greeting', 'Ada');
  await stand.until('answer hello, Ada {"from":"the server"}');
};

test('Socket.IO’s client and MSW’s binding talk as on MSW alone', async () => {
  const { expected, actual } = await runBoth(script);
  expect(actual).toEqual(expected);
});
