import { expect } from 'storybook/test';
import preview from '#.storybook/preview';
import type { App } from './contender.ts';
import { GraphqlWs } from './contenders/graphql-ws.tsx';
import { Phoenix } from './contenders/phoenix.tsx';
import { ReactUseWebSocket } from './contenders/react-use-websocket.tsx';
import { Trpc } from './contenders/trpc.tsx';
import { graphqlTransportWs } from './languages/graphql-transport-ws.ts';
import { Speaker } from './languages/language.ts';
import { Leftovers } from './leftovers.ts';

const ADDRESS = 'wss://findings.test/app';
const MINUTE_MS = 60_000;

/** An application that needs nothing but the connection. */
const quiet: App = {
  onOpen: () => undefined,
  onMessage: () => undefined,
  onClose: () => undefined,
  sendsWith: () => () => undefined,
};
const props = { url: ADDRESS, app: quiet };

const KEEP_ALIVE = { keepAlive: { enabled: true, intervalMs: 5_000, pongTimeoutMs: 1_000 } };
const ENDLESS = { retryAttempts: Infinity };

const meta = preview.meta({
  tags: ['simulated-only', '!autodocs'],
  // Once: what is counted is of one mount.
  globals: { strictMode: 'off' },
  parameters: {
    clock: 'paused',
    server: {
      url: ADDRESS,
      warnings: 'any',
      leavesBehind: 'It is a finding about what a library does.',
    },
  },
  beforeEach: ({ server }) => {
    server.latencyMs = 20;
  },
});

/** tRPC comes back more than a thousand times in a minute to a server that accepts and closes at once. */
export const TrpcComesBackAtOnce = meta.story({
  render: () => <></>,
  play: async ({ clock, mount, server }) => {
    let attempts = 0;
    server.onConnection(() => (attempts += 1));
    await server.accept({ thenClose: { code: 1011 } });
    await mount(<Trpc {...props} options={{}} />);
    await clock.advance(MINUTE_MS);
    await expect(attempts).toBeGreaterThan(1_000);
  },
});

/** Phoenix comes back more than a thousand times in a minute to a server that accepts and closes at once. */
export const PhoenixComesBackAtOnce = meta.story({
  render: () => <></>,
  play: async ({ clock, mount, server }) => {
    let attempts = 0;
    server.onConnection(() => (attempts += 1));
    await server.accept({ thenClose: { code: 1011 } });
    await mount(<Phoenix {...props} options={{}} />);
    await clock.advance(MINUTE_MS);
    await expect(attempts).toBeGreaterThan(1_000);
  },
});

/** A Phoenix socket that has been disconnected leaves four listeners on the page. */
export const PhoenixLeavesListeners = meta.story({
  render: () => <></>,
  play: async ({ mount }) => {
    await mount();
    const leftovers = new Leftovers();
    try {
      await mount(<Phoenix {...props} options={{}} />);
      await mount(<></>);
      await expect(leftovers.listeners).toBe(4);
    } finally {
      leftovers.stop();
    }
  },
});

/** react-use-websocket asks a silent line to close, and waits a minute longer for the browser to say so. */
export const ReactUseWebSocketWaitsForClose = meta.story({
  render: () => (
    <ReactUseWebSocket
      {...props}
      options={{
        shouldReconnect: () => true,
        heartbeat: { message: 'ping', interval: 10_000, timeout: 15_000 },
      }}
    />
  ),
  play: async ({ clock, server }) => {
    await clock.advance(1_000);
    await server.stall();
    await clock.advance(MINUTE_MS);
    await expect(server.connections).toHaveLength(1);
    await clock.advance(MINUTE_MS);
    await expect(server.connections.length).toBeGreaterThan(1);
  },
});

/** tRPC does the same. */
export const TrpcWaitsForClose = meta.story({
  render: () => <Trpc {...props} options={KEEP_ALIVE} />,
  play: async ({ clock, server }) => {
    await clock.advance(1_000);
    await server.stall();
    await clock.advance(MINUTE_MS);
    await expect(server.connections).toHaveLength(1);
    await clock.advance(MINUTE_MS);
    await expect(server.connections.length).toBeGreaterThan(1);
  },
});

/** The waits of graphql-ws double without an end: after ten minutes without a server it is away for more. */
export const GraphqlWsWaitsWithoutEnd = meta.story({
  render: () => <></>,
  play: async ({ clock, mount, server }) => {
    await server.refuse();
    await mount(<GraphqlWs {...props} options={ENDLESS} />);
    await clock.advance(10 * MINUTE_MS);
    await server.accept();
    await clock.advance(5 * MINUTE_MS);
    await expect(server.open).toHaveLength(0);
  },
});

/** A mutation whose answer was lost is sent again by graphql-ws: the server does it twice. */
export const GraphqlWsMutatesTwice = meta.story({
  render: () => <></>,
  play: async ({ clock, mount, server }) => {
    const speaker = new Speaker(
      server,
      graphqlTransportWs(() => true),
    );
    let send: (text: string) => unknown = () => undefined;
    const app: App = {
      ...quiet,
      sendsWith(given) {
        send = given;
        return () => undefined;
      },
    };
    await mount(<GraphqlWs url={ADDRESS} app={app} options={ENDLESS} />);
    await clock.advance(1_000);
    send('pay');
    const closed = server.close(1012, 'restart');
    await clock.advance(MINUTE_MS);
    await closed;
    speaker.stop();
    await expect(speaker.said).toEqual(['pay', 'pay']);
  },
});
