import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import {
  createFrameDecoder,
  createInflatingDecoder,
  createPlatformDeflater,
  encodeClose,
  encodeFrame,
  encodePing,
  encodeText,
  OPCODE,
  randomMaskingKey,
  RSV1,
} from './frame.ts';
import type { FrameError, Inflated } from './frame.ts';
import {
  answerRequest,
  checkResponse,
  clientRequest,
  formatRequest,
  formatResponse,
  parseRequest,
  parseResponse,
} from './handshake.ts';
import { concat } from './testing/bytes.ts';
import { readHead } from './testing/tcp.ts';

const LONG = 'The same words again and again. '.repeat(3_000);

/** All bytes until the other side ends the connection. */
async function readAll(socket: Socket): Promise<readonly Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(socket, 'end');
  return chunks;
}

async function decodeAll(role: 'client' | 'server', chunks: readonly Uint8Array[]) {
  const decoder = createInflatingDecoder({ role });
  const received: (Inflated | FrameError)[] = [];
  for (const chunk of chunks) received.push(...(await decoder.push(chunk)));
  return received;
}

/** Takes the stream apart and puts it together again: nothing of a frame may be lost. */
function reencode(role: 'client' | 'server', chunks: readonly Uint8Array[]): Uint8Array {
  const decoder = createFrameDecoder({ role, permessageDeflate: true });
  const frames = chunks.flatMap((chunk) => decoder.push(chunk));
  return concat(
    frames.map((one) => {
      if (one.type === 'error') throw new Error(one.says);
      return encodeFrame({ ...one.header, payload: one.payload });
    }),
  );
}

it('a ws server takes our handshake and frames, and we take its', async () => {
  const server = new WebSocketServer({
    port: 0,
    host: '127.0.0.1',
    perMessageDeflate: { threshold: 100 },
  });
  onTestFinished(() => server.close());
  server.on('connection', (socket) => {
    socket.on('message', (data: Buffer, isBinary) => socket.send(data, { binary: isBinary }));
  });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());

  const request = clientRequest({ url: `ws://127.0.0.1:${port}/`, origin: 'http://localhost' });
  socket.write(formatRequest(request));
  const response = parseResponse(await readHead(socket));
  expect(response && (await checkResponse(request, response))).toEqual([]);

  const received = readAll(socket);
  const deflated = await createPlatformDeflater().deflate(new TextEncoder().encode(LONG));
  const maskingKey = randomMaskingKey();
  socket.write(encodePing(Uint8Array.of(1), randomMaskingKey));
  socket.write(encodeText('Hello', randomMaskingKey));
  for (let i = 0; i < 2; i++) {
    socket.write(encodeFrame({ opcode: OPCODE.text, rsv: RSV1, payload: deflated, maskingKey }));
  }
  socket.write(encodeClose(4000, 'enough', randomMaskingKey));
  const chunks = await received;

  expect(await decodeAll('client', chunks)).toEqual([
    { type: 'pong', data: Uint8Array.of(1) },
    { type: 'text', data: 'Hello' },
    // The second was compressed by what it shares with the first.
    { type: 'text', data: LONG },
    { type: 'text', data: LONG },
    { type: 'close', code: 4000, reason: 'enough' },
  ]);
  expect(reencode('client', chunks)).toEqual(concat(chunks));
});

it('a ws client takes our answer and frames, and we take its', async () => {
  const server = createServer();
  onTestFinished(() => void server.close());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = new WebSocket(`ws://127.0.0.1:${port}/`, ['chat'], {
    perMessageDeflate: { threshold: 100 },
  });
  const [socket] = (await once(server, 'connection')) as [Socket];
  onTestFinished(() => void socket.destroy());

  const request = parseRequest(await readHead(socket)) ?? expect.fail('not a request');
  const policy = { protocols: ['chat'], permessageDeflate: true };
  socket.write(formatResponse((await answerRequest(request, policy)).response));
  await once(client, 'open');
  expect(client.protocol).toBe('chat');
  expect(client.extensions).toBe('permessage-deflate');

  const received = readAll(socket);
  const deflated = await createPlatformDeflater().deflate(new TextEncoder().encode(LONG));
  const message = once(client, 'message');
  socket.write(encodeFrame({ opcode: OPCODE.text, rsv: RSV1, payload: deflated }));
  expect(String((await message)[0])).toBe(LONG);
  client.send(LONG);
  client.send(Uint8Array.of(1, 2, 3));
  client.send(LONG);
  client.close(4001, 'done');
  socket.write(encodeClose(4001, 'done'));
  await once(client, 'close');
  const chunks = await received;

  expect(await decodeAll('server', chunks)).toEqual([
    { type: 'text', data: LONG },
    { type: 'binary', data: Uint8Array.of(1, 2, 3) },
    { type: 'text', data: LONG },
    { type: 'close', code: 4001, reason: 'done' },
  ]);
  expect(reencode('server', chunks)).toEqual(concat(chunks));
});
