/** What goes wrong around a live server: it is killed, it has a neighbour, or a page is hostile. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { createServer as createVite } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { LiveServer } from './live-server.ts';
import { fromSameOrigin } from './origin.ts';
import { LIVE_SERVER_PATH } from './path.ts';
import type { RemoteServer } from './remote-server.ts';
import { knock } from './testing.ts';
import { liveServer } from './vite-plugin.ts';

const GONE = /^The live server is gone: .+\.$/;

/** The page that the client's code believes to be on. */
const page = { origin: 'http://localhost:6006' };

class PageSocket extends WebSocket {
  readonly closeCode: Promise<number>;

  constructor(url: string, protocols: string[] = []) {
    super(url, protocols, { origin: page.origin });
    this.closeCode = new Promise((resolve) => this.on('close', resolve));
    // A cut cable is an error to `ws`, as it is to no page.
    this.on('error', () => undefined);
  }
}

let Remote: typeof RemoteServer;
const undos: (() => unknown)[] = [];

beforeAll(async () => {
  vi.stubGlobal('window', { WebSocket: PageSocket, setTimeout, clearTimeout });
  vi.stubGlobal('location', page);
  ({ RemoteServer: Remote } = await import('./remote-server.ts'));
});

afterAll(() => vi.unstubAllGlobals());

afterEach(async () => {
  for (const undo of undos.splice(0).reverse()) await undo();
});

async function openLab(url: string): Promise<RemoteServer> {
  const server = await Remote.open(url, 'story');
  undos.push(() => server.dispose());
  return server;
}

describe('a live server that is killed', () => {
  /** Ends with us: its input is our end of a pipe. */
  const PROGRAM = `
    import { LiveServer } from '${new URL('live-server.ts', import.meta.url).href}';
    import { fromLoopback } from '${new URL('origin.ts', import.meta.url).href}';
    console.log(await new LiveServer({ allowsOrigin: fromLoopback }).listen());
    process.stdin.resume();
  `;

  async function startChild(): Promise<{ child: ChildProcess; url: string }> {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', PROGRAM], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    undos.push(() => child.kill('SIGKILL'));
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    return { child, url: line.toString().trim() };
  }

  test('cuts the cables, and tells whoever drives it or waits for it', async () => {
    const { child, url } = await startChild();
    const server = await openLab(url);
    const socket = new PageSocket(server.url);
    const connection = await server.nextConnection();
    await once(socket, 'open');
    await server.hold();
    const held = new PageSocket(server.url);
    await server.nextConnection();

    // Stopped first, so that neither of these is answered.
    child.kill('SIGSTOP');
    const driving = connection.send('to no one');
    const waiting = server.nextMessage();
    child.kill('SIGKILL');

    await expect(driving).rejects.toThrow(GONE);
    await expect(waiting).rejects.toThrow(GONE);
    expect([await socket.closeCode, await held.closeCode]).toEqual([1006, 1006]);
    expect(server.connections.map(({ state }) => state)).toEqual(['closed', 'closed']);
    await expect(server.nextConnection()).rejects.toThrow(GONE);
    await expect(server.send('too late')).rejects.toThrow(GONE);
    await expect(server.accept()).rejects.toThrow(GONE);
    await expect(openLab(url)).rejects.toThrow(/^No live server lets this page in at .+\?$/);
  });
});

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A Storybook, for what the live server sees of it: a server whose pages are of its own origin. */
async function startStorybook(): Promise<{ origin: string; host: string; url: string }> {
  const parent = createServer();
  const lab = new LiveServer({ allowsOrigin: fromSameOrigin });
  lab.attach(parent, LIVE_SERVER_PATH);
  undos.push(() => {
    lab.close();
    parent.close();
  });
  const host = await listen(parent);
  return { origin: `http://${host}`, host, url: `ws://${host}${LIVE_SERVER_PATH}` };
}

test('two Storybooks on one machine do not see the sockets of each other', async () => {
  const one = await startStorybook();
  const other = await startStorybook();
  page.origin = one.origin;
  const server = await openLab(one.url);
  page.origin = other.origin;
  const neighbour = await openLab(other.url);

  expect(await knock(`${one.url}control/a`, { origin: other.origin })).toBe(403);
  expect(await knock(server.url, { origin: other.origin })).toBe(403);
  page.origin = one.origin;
  await once(new PageSocket(server.url), 'open');
  await server.nextConnection();
  expect(neighbour.connections).toEqual([]);
  page.origin = other.origin;
  await once(new PageSocket(neighbour.url), 'open');
  // The first that the neighbour hears of is its own, which came after.
  await neighbour.nextConnection();
  expect(neighbour.connections).toHaveLength(1);
  expect(server.connections).toHaveLength(1);
});

describe('a hostile page neither drives nor connects', () => {
  test.for<[string, (own: { origin: string; host: string }) => Record<string, string>]>([
    ['of another origin', () => ({ origin: 'http://evil.test' })],
    ['of another port of this machine', () => ({ origin: 'http://localhost:1' })],
    ['in a sandbox', () => ({ origin: 'null' })],
    [
      'whose name resolves to this machine',
      ({ host }) => {
        const evil = host.replace('127.0.0.1', 'evil.test');
        return { origin: `http://${evil}`, host: evil };
      },
    ],
    ['that says nothing of itself', () => ({})],
  ])('%s', async ([, headersOf]) => {
    const own = await startStorybook();
    page.origin = own.origin;
    const server = await openLab(own.url);
    const headers = headersOf(own);
    expect(await knock(`${own.url}control/a`, headers)).toBe(403);
    expect(await knock(server.url, headers)).toBe(403);
    expect(server.connections).toEqual([]);
    // The same two doors, for the lab's own page.
    expect(await knock(`${own.url}control/a`, { origin: own.origin })).toBe('open');
    expect(await knock(server.url, { origin: own.origin })).toBe('open');
  });

  test('with a name of its own for the server of a page that is let in', async () => {
    const { origin, url } = await startStorybook();
    expect(await knock(`${url}control/a`, { origin, host: 'evil.test' })).toBe(403);
  });
});

test('a live server ends with the server of the Storybook that it is part of', async () => {
  const parent = createServer();
  const ofParent = new Set<Duplex>();
  parent.on('connection', (socket) => ofParent.add(socket));
  // As Storybook does it: Vite is a middleware, and is told whose upgrades it may answer.
  const vite = await createVite({
    configFile: false,
    appType: 'custom',
    logLevel: 'silent',
    plugins: [liveServer()],
    server: { middlewareMode: true, ws: { server: parent }, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  undos.push(() => vite.close());
  const host = await listen(parent);
  page.origin = `http://${host}`;
  const server = await openLab(`ws://${host}${LIVE_SERVER_PATH}`);
  const socket = new PageSocket(server.url);
  await once(socket, 'open');

  parent.close();
  for (const own of ofParent) own.destroy();
  expect(await socket.closeCode).toBe(1006);
  expect(await knock(server.url, { origin: page.origin })).toBe('error');
});
