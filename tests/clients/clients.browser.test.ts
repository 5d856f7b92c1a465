/** Sixteen real clients, each at a pattern: what they say is the same on the simulated server and on a real one. */
import { describe, expect, inject, test } from 'vitest';
import './install-first.ts';
import { RemoteServer } from '../../mocks/live/remote-server.ts';
import { SimulatedServer } from '../../mocks/simulated-server.ts';
import type { SocketServer } from '../../mocks/socket-server.ts';
import type { Client } from './client.ts';
import { PLAIN } from './plain.tsx';
import { PROTOCOLS } from './protocols.ts';

const ADDRESS = '*://api.test*';

interface Stand {
  readonly client: Client;
  readonly server: SocketServer;
  /** Resolves once the client has said something that begins so. */
  readonly until: (beginning: string) => Promise<void>;
}

type Script = (stand: Stand) => Promise<void>;

const closesWith =
  (act: (server: SocketServer) => Promise<void>): Script =>
  async ({ server, until }) => {
    await until('connected');
    await act(server);
    await until('closed');
  };

async function seesMessage({ client, server, until }: Stand, send: () => Promise<void>) {
  const before = server.received.length;
  await send();
  if (client.shownBy === 'answer')
    await expect.poll(() => server.received.length).toBeGreaterThan(before);
  else await until('message');
}

const SCRIPTS: Readonly<Record<string, Script>> = {
  message: async (stand) => {
    await stand.until('connected');
    await seesMessage(stand, () => stand.server.send(stand.client.message));
  },
  'close 1000': closesWith((server) => server.close(1000, 'done')),
  'close 1012': closesWith((server) => server.close(1012, 'restart')),
  'close 4401': closesWith((server) => server.close(4401, 'token')),
  drop: closesWith((server) => server.drop()),
  'refuse, then accept': async ({ client, server, until }) => {
    await server.nextClose();
    await server.accept();
    if (client.retries ?? true) await until('connected');
    else await until('closed');
  },
  stall: async (stand) => {
    await stand.until('connected');
    await stand.server.stall();
    await seesMessage(stand, async () => {
      void stand.server.send(stand.client.message);
      await stand.server.resume();
    });
  },
};

/** What the client has said, up to what its script was after: what it does then has no time of its own. */
async function run(client: Client, name: string, server: SocketServer): Promise<object> {
  const lines: string[] = [];
  server.onConnection((connection) => client.greet?.(connection));
  if (name.startsWith('refuse')) await server.refuse();
  const stop = client.start((line) => void lines.push(line));
  let end = 0;
  const until = async (beginning: string) => {
    const find = () => lines.findIndex((line) => line.startsWith(beginning));
    await expect.poll(find, { interval: 5 }).not.toBe(-1);
    end = find() + 1;
  };
  try {
    await SCRIPTS[name]?.({ client, server, until });
    const [first] = server.connections;
    const url = new URL(first?.url ?? '');
    return {
      lines: lines.slice(0, end),
      protocols: first?.protocols,
      at: url.origin + url.pathname,
    };
  } finally {
    await stop();
    server.dispose();
  }
}

describe.for(Object.entries({ ...PROTOCOLS, ...PLAIN }))('%s', ([, client]) => {
  test.for(Object.keys(SCRIPTS))('%s', async (name) => {
    const real = await RemoteServer.openAt(inject('liveServerUrl'), 'clients', ADDRESS);
    const expected = await run(client, name, real);
    const actual = await run(client, name, new SimulatedServer(ADDRESS, 'clients'));
    expect(actual).toEqual(expected);
    expect(actual).not.toMatchObject({ lines: [] });
  });
});
