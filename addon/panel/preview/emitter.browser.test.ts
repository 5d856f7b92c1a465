import { mockChannel } from 'storybook/preview-api';
import { afterEach, beforeEach, describe, expect, inject, onTestFinished, test, vi } from 'vitest';
import { SimulatedWebSocket } from '../../../mocks/simulated-web-socket.ts';
import { setUnanswered } from '../../../mocks/story-urls.ts';
import type { Transport } from '../../story/open-server.ts';
import { Session } from '../../story/session.ts';
import { PanelChannel, type Batch, type Messages } from '../model/channel.ts';
import type { Command } from '../model/command.ts';
import { contentLength } from '../model/socket-event.ts';
import { Emitter } from './emitter.ts';

const HELLO = 'Hello';
const MIB = 2 ** 20;

/** Another in each test: emitters of earlier ones still listen. */
let story = '';
let storyCount = 0;
let session: Session;
let channel: PanelChannel;
let emitter: Emitter;
let batches: Batch[];
let statuses: Messages['status'][];
/** Of each batch, as it crosses the channel. */
let carriedCharacters: number[];
let run: number;

function openSession(transport: Transport = 'simulated'): Promise<Session> {
  return Session.open({
    storyId: story,
    url: `wss://lab.test/${story}`,
    liveServerUrl: inject('liveServerUrl'),
    transport,
  });
}

/** A socket of the story, once it is open and has received a message. */
async function converse(): Promise<WebSocket> {
  const socket = new SimulatedWebSocket(session.server.url); // or the browser's, at a real server
  const next = (type: string) => new Promise((done) => socket.addEventListener(type, done));
  await next('open');
  const message = next('message');
  await session.server.send(HELLO);
  await message;
  return socket;
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const types = () => batches.flatMap(({ events }) => events.map(({ type }) => type));
const drive = (command: Command) => channel.emit('command', { run, command });

beforeEach(async () => {
  story = `story-${++storyCount}`;
  const posted: Batch[] = [];
  batches = posted;
  statuses = [];
  session = await openSession();
  const carrier = mockChannel();
  carriedCharacters = [];
  carrier.on('socket-panel/events', (text: string) => carriedCharacters.push(text.length));
  channel = new PanelChannel(carrier);
  channel.on('events', (batch) => posted.push(batch));
  channel.on('status', (status) => statuses.push(status));
  channel.on('run', ({ id }) => (run = id));
  emitter = new Emitter(channel);
  emitter.begin(story, session);
});
afterEach(() => session.dispose());

describe('the panel’s half on the page', () => {
  test('posts nothing until a manager is there, and misses nothing of the beginning', async () => {
    await converse();
    await nextFrame();
    await nextFrame();
    expect([batches, statuses]).toEqual([[], []]);
    channel.emit('watch', { isShown: true });
    await expect.poll(types).toEqual(['made', 'state', 'open', 'message']);
    expect(batches[0]?.events[3]).toMatchObject({ content: { kind: 'text', text: HELLO } });
  });

  test('keeps the events while no one looks, and posts them when someone does', async () => {
    channel.emit('watch', { isShown: false });
    await converse();
    await expect.poll(() => statuses.at(-1)?.status.openSockets).toBe(1);
    expect(batches).toEqual([]);
    channel.emit('watch', { isShown: true });
    await expect.poll(types).toEqual(['made', 'state', 'open', 'message']);
    expect(batches[0]?.events[3]).toMatchObject({ content: { kind: 'text', text: HELLO } });
  });

  test('posts once a frame, whatever comes', async () => {
    channel.emit('watch', { isShown: true });
    const socket = await converse();
    await expect.poll(types).toContain('message');
    const before = batches.length;
    for (let count = 0; count < 500; count++) socket.send(new Uint8Array([count]));
    await nextFrame();
    await expect.poll(() => types().length).toBe(504);
    expect(batches.length - before).toBe(1);
    expect(batches.at(-1)?.events[1]).toMatchObject({
      direction: 'out',
      content: { kind: 'binary', base64: 'AQ==' },
    });
  });

  test('carries the beginning of what is long, its length, and never more than some MiB at once', async () => {
    channel.emit('watch', { isShown: true });
    const socket = await converse();
    const sizes = () =>
      batches.flatMap(({ events }) =>
        events.flatMap((event) =>
          event.type === 'message' && event.content ? [[event.bytes, contentLength(event)]] : [],
        ),
      );
    await expect.poll(sizes).toHaveLength(1);
    const text = 'é'.repeat(5 * MIB);
    for (let count = 0; count < 4; count++) void session.server.send(text);
    for (let count = 0; count < 4; count++) socket.send(text);
    await expect.poll(sizes).toHaveLength(9);
    expect(sizes().slice(1)).toEqual(Array.from({ length: 8 }, () => [10 * MIB, MIB]));
    expect(Math.max(...carriedCharacters)).toBeLessThan(2 * MIB);
  });

  test('drives the server, and says what it cannot do', async () => {
    channel.emit('watch', { isShown: true });
    const socket = await converse();
    await expect.poll(() => statuses.at(-1)?.status.server?.open).toBe(1);
    drive({ verb: 'close', code: 1006 });
    await expect.poll(() => statuses.at(-1)?.status.problem).toContain('1006');
    drive({ verb: 'close', code: 1012, reason: 'restart' });
    await expect.poll(() => socket.readyState).toBe(WebSocket.CLOSED);
    await expect.poll(() => statuses.at(-1)?.status).not.toHaveProperty('problem');
  });

  test('posts what makes no event on a socket, and does not look while nothing happens', async () => {
    channel.emit('watch', { isShown: true });
    await converse();
    await expect.poll(() => statuses.at(-1)?.status.openSockets).toBe(1);
    const status = () => statuses.at(-1)?.status;
    await session.server.hold();
    await expect.poll(() => status()?.server?.policy).toBe('hold');
    await session.server.stall();
    await expect.poll(() => status()?.server?.stalled).toBe(1);
    const root = document.createElement('div');
    root.id = 'storybook-root';
    root.innerHTML = '<p data-status="reconnecting"></p>';
    document.body.append(root);
    await expect.poll(() => status()?.patternStatus).toBe('reconnecting');
    root.firstElementChild?.setAttribute('data-status', 'open');
    await expect.poll(() => status()?.patternStatus).toBe('open');
    root.remove();
    await expect.poll(status).not.toHaveProperty('patternStatus');

    const looks = vi.spyOn(session, 'held', 'get');
    for (let frame = 0; frame < 10; frame++) await nextFrame();
    expect(looks).not.toHaveBeenCalled();
    await session.server.accept();
    await expect.poll(() => status()?.server?.policy).toBe('accept');
    expect(looks).toHaveBeenCalled();
  });

  test('names the sockets that no server answers, also in a story without a server', async () => {
    channel.emit('watch', { isShown: true });
    const url = `wss://nowhere-${storyCount}.test/live`;
    setUnanswered('refuse');
    onTestFinished(() => setUnanswered('network'));
    await converse();
    new SimulatedWebSocket(url);
    new SimulatedWebSocket(url);
    const unanswered = () => statuses.at(-1)?.status.unanswered;
    await expect.poll(unanswered).toEqual([{ url, isRefused: true }]);

    emitter.begin('without--server', undefined);
    await expect.poll(unanswered).toEqual([]);
    setUnanswered('network');
    // Port 9 is "discard": Chromium refuses it without asking the network.
    new SimulatedWebSocket('ws://127.0.0.1:9/');
    await expect.poll(unanswered).toEqual([{ url: 'ws://127.0.0.1:9/', isRefused: false }]);
  });

  test('knows what goes both ways on a real socket', async () => {
    session.dispose();
    session = await openSession('live');
    emitter.begin(story, session);
    channel.emit('watch', { isShown: true });
    // As StrictMode does: its handshake may reach the server or not.
    new SimulatedWebSocket(session.server.url).close();
    const silent = await converse();
    const socket = await converse();
    socket.send('from the page');
    await session.server.nextMessage();
    await session.server.stall();
    socket.close();
    const ofSocket = () => {
      const events = batches.flatMap((batch) => batch.events);
      const id = events.findLast(({ type }) => type === 'made')?.socketId;
      return events.filter(({ socketId }) => socketId === id).slice(3);
    };
    // For as long as the server does not answer.
    await expect.poll(ofSocket).toMatchObject([
      { direction: 'in', content: { text: HELLO } },
      { direction: 'out', content: { text: 'from the page' } },
      { type: 'state', state: 'closing' },
    ]);
    await session.server.resume();
    await expect
      .poll(() => ofSocket().slice(3))
      .toMatchObject([
        { type: 'state', state: 'closed' },
        { type: 'close', wasClean: true },
      ]);

    // Too short to be seen, and told by the end.
    const before = batches.length;
    await session.server.close(1001);
    await expect.poll(() => silent.readyState).toBe(WebSocket.CLOSED);
    const states = () =>
      batches
        .slice(before)
        .flatMap(({ events }) => events)
        .flatMap((event) => (event.type === 'state' ? [event.state] : []));
    await expect.poll(states).toEqual(['closing', 'closed']);
  });

  test('begins a run with each session, and leaves the events of the one before', async () => {
    channel.emit('watch', { isShown: true });
    await converse();
    await expect.poll(types).toContain('message');
    const first = run;
    session.dispose();
    session = await openSession();
    batches.length = 0;
    emitter.begin(story, session);
    expect(run).toBe(first + 1);
    await converse();
    await expect.poll(types).toEqual(['made', 'state', 'open', 'message']);
    expect(batches.every((batch) => batch.run === run)).toBe(true);
  });
});
