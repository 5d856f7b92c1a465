import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import type { Behaviour } from '../../../mocks/behaviours.ts';
import { ledger } from '../../../mocks/ledger.ts';
import { asksForToken, readLogin } from '../../../mocks/protocol-servers/asks-for-token.ts';
import { endsTokenAfter } from '../../../mocks/protocol-servers/ends-token-after.ts';
import type { SocketServer } from '../../../mocks/socket-server.ts';
import { TokenSocket } from '../../../src/patterns/18-token/TokenSocket.tsx';
import { lesson } from '../../lesson/lesson-page.tsx';

const meta = preview.meta({
  component: TokenSocket,
  args: { url: 'wss://lab.test' },
  parameters: { ...lesson('18-token'), server: { behaviour: endsTokenAfter(120_000) } },
});

const shortest = () => 0;
const paused = { clock: 'paused' } as const;
const madeBy = (id: string) => ledger.sockets.filter(({ storyId }) => storyId === id).length;
/** The tokens that a server has been given, oldest first. */
const tokensAt = (server: SocketServer) => server.received.flatMap((data) => readLogin(data) ?? []);

/** Refuses the first token that comes, as a server does whose keys have changed. */
const refusesOnce: Behaviour = (server) => {
  let isFirst = true;
  const accepts = () => {
    const wasFirst = isFirst;
    isFirst = false;
    return !wasFirst;
  };
  return asksForToken({ accepts })(server);
};

/** The socket is open and logged in. The bar is the token's age: it is renewed before its end. */
export const Open = meta.story({
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('open')).toBeVisible();
    await expect(await canvas.findByRole('timer')).toBeVisible();
  },
});

/** The cable is cut: the next attempt asks for a token of its own. No URL holds one. */
export const FreshEachTime = meta.story({
  args: { random: shortest },
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    await server.drop();
    await canvas.findByText(/^waiting/);
    await canvas.findByText('open');
    const tokens = tokensAt(server);
    await expect(tokens).toHaveLength(2);
    await expect(new Set(tokens)).toHaveProperty('size', 2);
    for (const { url } of server.connections) {
      await expect(tokens.filter((token) => url.includes(token))).toEqual([]);
    }
  },
});

/** Ten minutes with tokens of two: each is renewed on the open line, and there is no other socket. */
export const Renewed = meta.story({
  // The real network has no time to answer while virtual minutes pass.
  tags: ['simulated-only'],
  parameters: paused,
  play: async ({ canvas, clock, id, server }) => {
    await clock.advance(1_000);
    const made = madeBy(id);
    await clock.advance(600_000);
    await expect(canvas.getByRole('status')).toHaveTextContent('open');
    // One each 110 seconds.
    await expect(tokensAt(server)).toHaveLength(6);
    await expect(madeBy(id)).toBe(made);
  },
});

/** Tokens of two seconds on the network itself: the first has ended, and the socket is the same one. */
export const RenewedInRealTime = meta.story({
  parameters: { server: { behaviour: endsTokenAfter(2_000) } },
  play: async ({ canvas, id, server }) => {
    await canvas.findByText('open');
    const made = madeBy(id);
    await waitFor(() => expect(tokensAt(server)).toHaveLength(3));
    await expect(canvas.getByRole('status')).toHaveTextContent('open');
    await expect(madeBy(id)).toBe(made);
  },
});

/** The token is refused once: another one is fetched and tried at once, and it is accepted. */
export const RefusedOnce = meta.story({
  parameters: { server: { behaviour: refusesOnce } },
  play: async ({ canvas, id, server }) => {
    await canvas.findByText('open');
    await expect(new Set(tokensAt(server))).toHaveProperty('size', 2);
    await expect(server.open).toHaveLength(1);
    const made = madeBy(id);
    // The session ends: the login in between counts, so one refusal is the first one again.
    await server.close(4401, 'session over');
    await waitFor(() => expect(tokensAt(server)).toHaveLength(3));
    await expect(await canvas.findByText('open')).toBeVisible();
    await expect(madeBy(id)).toBe(made + 1);
  },
});

/** Every token is refused: after the second one nothing is tried, until the user has logged in. */
export const RefusedTwice = meta.story({
  parameters: { ...paused, server: { behaviour: asksForToken({ accepts: () => false }) } },
  play: async ({ canvas, clock, server, userEvent }) => {
    for (const refusals of [2, 4]) {
      await canvas.findByText('waiting 4401 token not accepted');
      await clock.advance(1);
      await canvas.findByText('needs-login 4401 token not accepted');
      await clock.advance(60_000);
      await expect(tokensAt(server)).toHaveLength(refusals);
      await userEvent.click(canvas.getByRole('button', { name: /^Log in/ }));
    }
    await canvas.findByText('waiting 4401 token not accepted');
  },
});

/** The login service is down: each call that fails is one failed attempt, with a wait after it. */
export const NoToken = meta.story({
  args: { random: shortest, getToken: () => Promise.reject(new Error('503')) },
  // By this chance each wait is the shortest, which looks like a loop.
  parameters: { ...paused, server: { warnings: ['loop'] } },
  play: async ({ canvas, clock, id, server }) => {
    await canvas.findByText('waiting 1006 no token');
    const made = madeBy(id);
    // The shortest wait is half a second.
    await clock.advance(5_000);
    await expect(madeBy(id)).toBe(made + 10);
    await expect(tokensAt(server)).toEqual([]);
  },
});

/** The login service hangs: after ten seconds that is one failed attempt, and another one follows. */
export const TokenHangs = meta.story({
  args: { random: shortest, getToken: () => new Promise<string>(() => {}) },
  parameters: paused,
  play: async ({ canvas, clock, id }) => {
    await canvas.findByText('logging-in');
    await clock.advance(9_999);
    await expect(canvas.getByRole('status')).toHaveTextContent('logging-in');
    const made = madeBy(id);
    await clock.advance(1);
    await expect(canvas.getByRole('status')).toHaveTextContent('waiting 1006 no login in time');
    await clock.advance(500);
    await expect(await canvas.findByText('logging-in')).toBeVisible();
    await expect(madeBy(id)).toBe(made + 1);
  },
});
