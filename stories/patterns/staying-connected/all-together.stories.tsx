import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { answersPings, together } from '../../../mocks/behaviours.ts';
import { endsTokenAfter } from '../../../mocks/protocol-servers/ends-token-after.ts';
import { ReliableSocket } from '../../../src/patterns/all-together/ReliableSocket.tsx';
import { lesson } from '../../lesson/lesson-page.tsx';
import * as close from './all-together/close.ts';
import { EagerSender } from './all-together/EagerSender.tsx';
import * as page from './all-together/page.ts';
import { madeBy } from './all-together/sockets.ts';
import * as token from './all-together/token.ts';

const meta = preview.meta({
  component: ReliableSocket,
  args: { url: 'wss://lab.test' },
  parameters: { ...lesson('all-together'), server: { behaviour: answersPings() } },
});

const shortest = () => 0;
const half = () => 0.5;
const paused = { clock: 'paused' } as const;

/** The socket is open. Use the server's verbs, and the Controls of the page. */
export const Open = meta.story({
  play: async ({ canvas, server, userEvent }) => {
    await canvas.findByText('open');
    await userEvent.type(canvas.getByLabelText('Message'), 'hello{Enter}');
    await expect(await server.nextMessage()).toBe('hello');
  },
});

/** 10 and 11: the server accepts and closes at once, five times. The waits grow. */
export const GrowingWaits = meta.story({
  args: { random: half },
  parameters: paused,
  play: async ({ canvas, clock, id, server }) => {
    for (const waitMs of [1_000, 1_500, 2_500, 4_500, 8_500]) {
      await canvas.findByText('open');
      await server.close(1011);
      await canvas.findByText('waiting 1011');
      await expect(canvas.getByRole('timer')).toBeVisible();
      const made = madeBy(id);
      await clock.advance(waitMs - 1);
      await expect(madeBy(id)).toBe(made);
      await clock.advance(1);
      await expect(madeBy(id)).toBe(made + 1);
    }
  },
});

/** 11: five seconds up, or a message, and the next wait is the shortest again. */
export const ShortAfterProof = meta.story({
  args: { random: half },
  parameters: paused,
  play: async ({ canvas, clock, id, server }) => {
    /** Whether the wait after a close is the shortest, of one second. */
    const isShort = async () => {
      await canvas.findByText('open');
      await server.close(1011);
      await canvas.findByText('waiting 1011');
      const made = madeBy(id);
      await clock.advance(1_000);
      return madeBy(id) > made;
    };
    /** Two losses without proof: the second wait is 1.5 s. */
    const loseTwice = async () => {
      await expect(await isShort()).toBe(true);
      await expect(await isShort()).toBe(false);
      await clock.advance(500);
      await canvas.findByText('open');
    };
    await loseTwice();
    await clock.advance(5_000);
    await expect(await isShort()).toBe(true);
    await loseTwice();
    await server.send('proof');
    await canvas.findByText('proof');
    await expect(await isShort()).toBe(true);
  },
});

/** 12: the server has said no. Neither its page nor the network changes that; the user can. */
export const Stopped = meta.story({
  parameters: paused,
  play: close.stops,
});

/** 12: the server restarts, and wants no one before five seconds: not even a tab that is shown again. */
export const LaterIsLater = meta.story({
  args: { random: half },
  parameters: paused,
  play: close.waitsAsLongAsARestart,
});

/** 19: the server is busy, and says for how long. No one comes before that, also after a change of network. */
export const Told = meta.story({
  args: { random: shortest },
  parameters: paused,
  play: close.waitsAsToldTo,
});

/** 13: no one answers the handshake. After ten seconds it is given up, and the next one is made. */
export const HangingHandshake = meta.story({
  args: { random: shortest, serverState: 'connecting' },
  parameters: paused,
  play: async ({ canvas, clock, id, server }) => {
    await clock.advance(9_999);
    await expect(canvas.getByRole('status')).toHaveTextContent('connecting');
    const made = madeBy(id);
    await clock.advance(1);
    await expect(canvas.getByRole('status')).toHaveTextContent('waiting 1006 no answer in time');
    await server.accept();
    await clock.advance(500);
    await canvas.findByText('open');
    await clock.advance(20_000);
    await expect(canvas.getByRole('status')).toHaveTextContent('open');
    await expect(madeBy(id)).toBe(made + 1);
  },
});

/** 14: the line goes silent. The next handshake comes within interval, deadline and one second. */
export const Silent = meta.story({
  args: { random: shortest },
  parameters: paused,
  play: async ({ canvas, clock, id, server }) => {
    await canvas.findByText('open');
    const made = madeBy(id);
    await server.stall();
    await clock.advance(29_999);
    await expect(madeBy(id)).toBe(made);
    await clock.advance(1_001);
    await expect(madeBy(id)).toBe(made + 1);
    await canvas.findByText('open');
    const [old] = server.connections;
    await server.resume();
    await waitFor(() => expect(old?.state).toBe('closed'));
    await expect(canvas.getByRole('status')).toHaveTextContent('open');
    await expect(madeBy(id)).toBe(made + 1);
  },
});

/** 14 on the network itself, in real time: half a second of silence, and half of one for the answer. */
export const SilentInRealTime = meta.story({
  args: { random: shortest, intervalMs: 500, pongTimeoutMs: 500 },
  play: async ({ canvas, id, server }) => {
    await canvas.findByText('open');
    const made = madeBy(id);
    await server.stall();
    await canvas.findByText(/^waiting 1006 the line is silent/);
    await canvas.findByText('open');
    await expect(madeBy(id)).toBe(made + 1);
  },
});

/** 15: offline, the line is asked, with two seconds for the answer. Online, it tries at once. */
export const Network = meta.story({
  args: { random: half },
  parameters: paused,
  play: page.asksAndTriesWithTheNetwork,
});

/** 15: refused three times, it waits for seconds. Online again, it tries at once, and then after short waits. */
export const OnlineAgain = meta.story({
  args: { random: half },
  parameters: paused,
  play: page.triesAtOnceWhenOnline,
});

/** 16: hidden, it makes no attempt. Shown, it tries at once, or asks a line that may be dead. */
export const Hidden = meta.story({
  parameters: paused,
  play: page.restsWhileHidden,
});

/** 17: the page is left, and the Back button brings it back: one socket has ended, one is new. */
export const Return = meta.story({
  play: page.comesBack,
});

const withToken = {
  args: { getToken: async () => crypto.randomUUID() },
  parameters: { server: { behaviour: together(answersPings(), endsTokenAfter(120_000)) } },
};

/** 18: a fresh token for each attempt, and a second one where the first is refused. */
export const FreshTokens = meta.story({
  ...withToken,
  args: { ...withToken.args, random: shortest },
  play: token.takesAFreshToken,
});

/** 14 and 18: ten minutes with tokens of two. Each is renewed; one socket, and one heartbeat. */
export const RenewedTokens = meta.story({
  ...withToken,
  // The real network has no time to answer while virtual minutes pass.
  tags: ['simulated-only'],
  parameters: { ...withToken.parameters, ...paused },
  play: token.renewsItsToken,
});

/** 18: refused twice, it asks the user, and waits for nothing else: no page, no network. */
export const NeedsLogin = meta.story({
  ...withToken,
  parameters: {
    ...paused,
    server: { behaviour: endsTokenAfter(120_000, { accepts: () => false }) },
  },
  play: token.asksTheUser,
});

/** 18: nothing is sent before the login, and `send` says so. */
export const LoginFirst = meta.story({
  args: { getToken: () => new Promise<string>(() => {}) },
  render: EagerSender,
  play: async ({ canvas, server, userEvent }) => {
    await canvas.findByText('logging-in');
    await userEvent.click(canvas.getByRole('button', { name: 'Send' }));
    await expect(await canvas.findByText('not sent')).toBeVisible();
    await expect(server.received).toEqual([]);
  },
});
