import { expect, inject, onTestFinished, test } from 'vitest';
import { Address } from './address.ts';
import { ledger } from './ledger.ts';
import { RemoteServer } from './live/remote-server.ts';
import { findLink } from './network.ts';
import { SimulatedServer } from './simulated-server.ts';
import { SimulatedWebSocket } from './simulated-web-socket.ts';
import { claimUrl, forgetLeftAddresses, leaveAddress, setUnanswered } from './story-urls.ts';
import { describeSockets } from './whereabouts.ts';

let count = 0;
/** A host that no other test has claimed. */
const newHost = () => `host-${++count}.test`;

/** What the page sees of a socket, until its end or a while after. */
function record(socket: WebSocket): string[] {
  const seen: string[] = [];
  for (const type of ['open', 'message', 'error']) {
    socket.addEventListener(type, () => void seen.push(type));
  }
  socket.addEventListener('close', ({ code, wasClean }) => void seen.push(`${code} ${wasClean}`));
  return seen;
}

const isSimulated = () => ledger.sockets.at(-1)?.transport === 'simulated';
const REFUSED = ['error', '1006 false'];

test('a socket that comes before the server of its story is refused', async () => {
  const url = `wss://${newHost()}/story`;
  claimUrl(url, 'story');
  const seen = record(new SimulatedWebSocket(url));
  await expect.poll(() => seen).toEqual(REFUSED);
  expect(ledger.sockets.at(-1)).toMatchObject({ transport: 'simulated', storyId: 'story' });
});

test('so is one for another path of its host', async () => {
  const host = newHost();
  claimUrl(`wss://${host}/story`, 'story');
  const seen = record(new SimulatedWebSocket(`wss://${host}/other`));
  await expect.poll(() => seen).toEqual(REFUSED);
  expect(isSimulated()).toBe(true);
});

test('one that comes when its story has been left ends without an event', async () => {
  const url = `wss://${newHost()}/story`;
  const leave = claimUrl(url, 'story');
  const server = new SimulatedServer(url, 'story');
  server.dispose();
  leave();
  const socket = new SimulatedWebSocket(url);
  const seen = record(socket);
  await expect.poll(() => socket.readyState).toBe(WebSocket.CLOSED);
  expect(isSimulated()).toBe(true);
  // Refused in the same way and after it, this one has had its events.
  const other = `wss://${newHost()}/story`;
  claimUrl(other, 'other');
  const seenOfOther = record(new SimulatedWebSocket(other));
  await expect.poll(() => seenOfOther).toEqual(REFUSED);
  expect(seen).toEqual([]);
});

test('a story that is shown again has its server back', async () => {
  const url = `wss://${newHost()}/story`;
  claimUrl(url, 'story')();
  const server = new SimulatedServer(url, 'story');
  onTestFinished(() => server.dispose());
  const seen = record(new SimulatedWebSocket(url));
  await expect.poll(() => seen).toEqual(['open']);
});

test('a live server is reached until its story is left', async () => {
  const server = await RemoteServer.open(inject('liveServerUrl'), 'live-story');
  onTestFinished(() => server.dispose());
  const leave = claimUrl(server.url, 'live-story', true);
  const socket = new SimulatedWebSocket(server.url);
  onTestFinished(() => socket.close());
  const seen = record(socket);
  await expect.poll(() => seen).toEqual(['open']);
  expect(isSimulated()).toBe(false);
  leave();
  const late = new SimulatedWebSocket(server.url);
  await expect.poll(() => late.readyState).toBe(WebSocket.CLOSED);
  expect(isSimulated()).toBe(true);
});

test('the page’s own host stays the browser’s', () => {
  claimUrl(`ws://${location.host}/story`, 'story');
  const socket = new SimulatedWebSocket(`ws://${location.host}/other`);
  onTestFinished(() => socket.close());
  expect(isSimulated()).toBe(false);
});

test('an address of a story that is left is the story’s until the next one begins', async () => {
  const url = `wss://${newHost()}/live`;
  const address = new Address(url.replace('live', '*'));
  onTestFinished(forgetLeftAddresses);
  leaveAddress(address, 'left--story');
  const socket = new SimulatedWebSocket(url);
  await expect.poll(() => socket.readyState).toBe(WebSocket.CLOSED);
  expect(ledger.sockets.at(-1)).toMatchObject({ goal: 'left', storyId: 'left--story' });
  // Another server at the same address has its sockets.
  const server = new SimulatedServer(address.text, 'next--story');
  onTestFinished(() => server.dispose());
  const seen = record(new SimulatedWebSocket(url));
  await expect.poll(() => seen).toEqual(['open']);
  server.dispose();
  forgetLeftAddresses();
  expect(findLink(url)).toBeUndefined();
});

test('what no server answers is refused where that is chosen, and named', async () => {
  const url = `wss://${newHost()}/live`;
  onTestFinished(() => setUnanswered('network'));
  setUnanswered('refuse');
  const seen = record(new SimulatedWebSocket(url));
  await expect.poll(() => seen).toEqual(REFUSED);
  expect(ledger.sockets.at(-1)).toMatchObject({ goal: 'refused', storyId: undefined });
  expect(describeSockets([], ledger.socketCount - 1)).toContain(
    `${url} was refused, because no server answers that URL`,
  );
});

test.for([
  ['ws://localhost:6006/', ['vite-hmr']],
  ['ws://localhost:6006/', ['vite-ping']],
  ['ws://localhost:6006/storybook-server-channel?token=1', []],
] as const)('no server answers the tools around the page: %s %o', ([url, protocols]) => {
  const server = new SimulatedServer('*');
  onTestFinished(() => server.dispose());
  expect(findLink(url, protocols)).toBeUndefined();
  expect(findLink('ws://localhost:6006/', ['chat'])).toBeDefined();
});
