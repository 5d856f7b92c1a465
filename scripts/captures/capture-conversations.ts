/**
 * Captures conversations of a real Chromium with a real `ws` server, for the tests of this folder.
 *
 * Run: `BROWSER_PATH=$(command -v chromium) node src/protocol/testing/capture-conversations.ts`
 * (without `BROWSER_PATH`, Playwright's own browser). It writes `conversations.json` beside itself.
 */
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright';
import type { Browser } from 'playwright';
import { WebSocketServer } from 'ws';
import type { WebSocket as ServerSocket } from 'ws';
import type { Capture, Conversation, Sent } from '../../src/protocol/testing/conversation.ts';
import { openWiretap } from '../../src/protocol/testing/wiretap.ts';
import type { Passed } from '../../src/protocol/testing/wiretap.ts';

const BINARY = [0, 1, 127, 128, 255];
const TEXTS: readonly Sent[] = [
  { type: 'text', data: 'Hello', times: 1 },
  { type: 'text', data: '', times: 1 },
  { type: 'text', data: 'é€😀', times: 1 },
  { type: 'text', data: 'Over 125 bytes. ', times: 20 },
  { type: 'text', data: 'Over 64 KiB. ', times: 5_100 },
];

async function capture(
  browser: Browser,
  name: string,
  deflate: boolean,
  texts: readonly Sent[],
): Promise<Conversation> {
  const sent: { client: Sent[]; server: Sent[] } = { client: [], server: [] };
  const messages: readonly Sent[] = [
    ...texts,
    { type: 'binary', data: Buffer.from(BINARY).toString('base64') },
  ];
  sent.client.push(...messages);

  const perMessageDeflate = deflate && { threshold: 0 };
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate });
  server.on('connection', (socket) => {
    let echoed = 0;
    socket.on('message', (data: Buffer, binary) => {
      socket.send(data, { binary });
      sent.server.push(...messages.slice(echoed, ++echoed));
      if (echoed === messages.length) finish(socket);
    });
    socket.on('pong', (data) => {
      sent.client.push({ type: 'pong', data: data.toString('base64') });
      socket.close(4000, 'Enough said');
      sent.server.push({ type: 'close', code: 4000, reason: 'Enough said' });
      sent.client.push({ type: 'close', code: 4000, reason: 'Enough said' });
    });
  });

  /** A message in fragments, a ping, and then the end. */
  function finish(socket: ServerSocket): void {
    socket.send('In three ', { fin: false });
    socket.send('fragm', { fin: false });
    socket.send('ents', { fin: true });
    sent.server.push({ type: 'text', data: 'In three fragments', times: 1 });
    socket.ping('are you there?');
    sent.server.push({ type: 'ping', data: Buffer.from('are you there?').toString('base64') });
  }

  await once(server, 'listening');
  const wiretap = await openWiretap((server.address() as AddressInfo).port);

  const page = await browser.newPage();
  await page.evaluate(
    ({ url, all, binary }) =>
      new Promise<void>((done) => {
        const socket = new WebSocket(url, ['lab', 'other']);
        socket.onopen = () => {
          for (const text of all) socket.send(text);
          socket.send(Uint8Array.from(binary));
        };
        socket.onclose = () => done();
      }),
    { url: `ws://127.0.0.1:${wiretap.port}/`, all: texts.map(inFull), binary: BINARY },
  );
  await page.close();
  wiretap.close();
  server.close();
  const base64 = (wanted: Passed['from']) =>
    Buffer.concat(
      wiretap.passed.filter(({ from }) => from === wanted).map(({ bytes }) => bytes),
    ).toString('base64');
  return { name, sent, bytes: { client: base64('client'), server: base64('server') } };
}

function inFull(one: Sent): string {
  return one.type === 'text' ? one.data.repeat(one.times) : '';
}

const executablePath = process.env['BROWSER_PATH'];
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'];
const browser = await chromium.launch({ args, ...(executablePath && { executablePath }) });
const ws = new URL(import.meta.resolve('ws/package.json'));
const { version } = JSON.parse(readFileSync(ws, 'utf8')) as { version: string };
const result: Capture = {
  madeBy: `Chromium ${browser.version()}, ws ${version}`,
  conversations: [
    await capture(browser, 'with permessage-deflate', true, TEXTS),
    // Without the largest: it would be stored twice as it is.
    await capture(browser, 'without compression', false, TEXTS.slice(0, -1)),
  ],
};
await browser.close();
const file = new URL('../../src/protocol/testing/conversations.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
