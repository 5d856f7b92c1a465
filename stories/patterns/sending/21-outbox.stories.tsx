import type { StoryContext } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import preview from '#.storybook/preview';
import { asksForToken, readLogin } from '../../../mocks/protocol-servers/asks-for-token.ts';
import type { SocketServer } from '../../../mocks/socket-server.ts';
import { OutboxSocket } from '../../../src/patterns/21-outbox/OutboxSocket.tsx';
import { fresh } from '../../fresh.ts';
import { lesson } from '../../lesson/lesson-page.tsx';
import { say } from './say.ts';

const meta = preview.meta({
  component: OutboxSocket,
  args: { url: 'wss://lab.test' },
  parameters: { ...lesson('21-outbox'), server: { behaviour: asksForToken() } },
});

type Canvas = StoryContext['canvas'];

const shortest = () => 0;
/** The middle of each window: the waits are 1, 1.5 and 2.5 s. */
const half = () => 0.5;
const refusesTwoLogins = () => {
  let refusals = 0;
  return asksForToken({ accepts: () => ++refusals > 2 });
};
const paused = { clock: 'paused' } as const;
const TOKEN = 'login';
let token = Promise.withResolvers<string>();
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `message ${from + index}`);
/** What the server has been told, oldest first. A token is told as `login`. */
const toldTo = ({ received }: SocketServer) =>
  received.map((data) => (readLogin(data) === undefined ? data : TOKEN));

const waiting = (canvas: Canvas) => within(canvas.getByRole('list', { name: 'Outbox' }));
const countOf = (canvas: Canvas, label: string | RegExp) =>
  canvas.getByRole('definition', { name: label });

/** The socket is open: a message goes at once. Hold the next handshake and cut the cable: it waits. */
export const Open = meta.story({
  play: async ({ canvas, server, userEvent }) => {
    await expect(await canvas.findByText('open')).toBeVisible();
    await userEvent.type(canvas.getByRole('textbox'), 'hello{Enter}');
    await waitFor(() => expect(toldTo(server)).toEqual([TOKEN, 'hello']));
    await expect(waiting(canvas).queryAllByRole('listitem')).toHaveLength(0);
  },
});

/** 150 messages while the handshake hangs: the newest hundred wait, and go in order, after the login. */
export const DropOldest = meta.story({
  args: { serverState: 'connecting' },
  play: async ({ canvas, server }) => {
    await canvas.findByText('connecting');
    say(canvas, numbers(1, 150));
    await expect(waiting(canvas).getAllByRole('listitem')).toHaveLength(100);
    await expect(countOf(canvas, 'Dropped')).toHaveTextContent('50');
    await server.accept();
    await waitFor(() => expect(toldTo(server)).toEqual([TOKEN, ...numbers(51, 150)]));
    await expect(countOf(canvas, 'Sent')).toHaveTextContent('100');
    await expect(waiting(canvas).queryAllByRole('listitem')).toHaveLength(0);
  },
});

/** The same with `drop-newest`: the first hundred go, and each of the others is listed with its reason. */
export const DropNewest = meta.story({
  args: { serverState: 'connecting', overflow: 'drop-newest' },
  play: async ({ canvas, server }) => {
    await canvas.findByText('connecting');
    say(canvas, numbers(1, 150));
    const dropped = within(canvas.getByRole('list', { name: 'Dropped' }));
    await expect(dropped.getAllByRole('listitem')).toHaveLength(50);
    await expect(dropped.getByText('message 101 (no room)')).toBeVisible();
    await server.accept();
    await waitFor(() => expect(toldTo(server)).toEqual([TOKEN, ...numbers(1, 100)]));
  },
});

/** The same with `refuse`: nothing is dropped. The form keeps what there is no room for. */
export const Refuse = meta.story({
  args: { serverState: 'connecting', overflow: 'refuse' },
  play: async ({ canvas, server, userEvent }) => {
    await canvas.findByText('connecting');
    say(canvas, numbers(1, 101));
    await expect(countOf(canvas, 'Dropped')).toHaveTextContent('0');
    await expect(canvas.getByRole('button', { name: 'Send' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await expect(canvas.getByRole('textbox')).toHaveValue('message 101');
    await server.accept();
    await waitFor(() => expect(toldTo(server)).toEqual([TOKEN, ...numbers(1, 100)]));
    await userEvent.click(canvas.getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(toldTo(server).at(-1)).toBe('message 101'));
  },
});

/** Tokens take their time: what the user sends on the open socket meanwhile goes after the login. */
export const DuringTheLogin = meta.story({
  args: { getToken: () => token.promise, random: shortest },
  beforeEach: () => {
    token = Promise.withResolvers();
  },
  play: async ({ canvas, server }) => {
    await canvas.findByText('logging-in');
    say(canvas, ['one', 'two']);
    await expect(waiting(canvas).getAllByRole('listitem')).toHaveLength(2);
    token.resolve('late');
    await waitFor(() => expect(toldTo(server)).toEqual([TOKEN, 'one', 'two']));

    token = Promise.withResolvers();
    await server.drop();
    await canvas.findByText('logging-in');
    say(canvas, ['three']);
    await expect(waiting(canvas).getAllByRole('listitem')).toHaveLength(1);
    token.resolve('later');
    await waitFor(() => expect(toldTo(server)).toEqual([TOKEN, 'one', 'two', TOKEN, 'three']));
  },
});

/** A message waits for a minute at most: the first has become too old when the server is back. */
export const TooOld = meta.story({
  args: { serverState: 'connecting', random: shortest },
  // By this chance each wait is the shortest, which looks like a loop.
  parameters: { ...paused, server: { warnings: ['loop'] } },
  play: async ({ canvas, clock, server }) => {
    say(canvas, numbers(1, 1));
    await clock.advance(30_000);
    say(canvas, numbers(2, 2));
    await clock.advance(30_000);
    await expect(canvas.getByText('message 1 (too old)')).toBeVisible();
    await expect(waiting(canvas).getAllByRole('listitem')).toHaveLength(1);
    await server.accept();
    // A login that had no answer is given up and tried again: the shortest wait is half a second.
    await clock.advance(500);
    await waitFor(() => expect(toldTo(server).slice(-2)).toEqual([TOKEN, 'message 2']));
    await expect(toldTo(server)).not.toContain('message 1');
  },
});

/** Two logins are refused: what waits stays, and goes once one has been accepted. The next wait is short again. */
export const RefusedLogin = meta.story({
  args: { random: half },
  parameters: { ...paused, server: { behaviour: fresh(refusesTwoLogins).behaviour } },
  play: async ({ canvas, clock, server }) => {
    say(canvas, numbers(1, 3));
    for (const waitMs of [1_000, 1_500]) {
      await canvas.findByText('waiting 4401 token not accepted');
      await clock.advance(waitMs);
    }
    await canvas.findByText('open');
    await waitFor(() => expect(toldTo(server)).toEqual([TOKEN, TOKEN, TOKEN, ...numbers(1, 3)]));
    await server.drop();
    await canvas.findByText(/^waiting 1006/);
    await clock.advance(999);
    await expect(canvas.getByRole('status')).toHaveTextContent('waiting 1006');
    await clock.advance(1);
    await expect(await canvas.findByText('open')).toBeVisible();
  },
});

/** Unmounted while messages wait: none is sent when the handshake is answered, and no timer is left. */
export const Unmounted = meta.story({
  args: { serverState: 'connecting' },
  play: async ({ canvas, mount, server }) => {
    await mount();
    const connection = await server.nextConnection();
    say(canvas, numbers(1, 3));
    await mount(<p>Another page</p>);
    await server.accept();
    await waitFor(() => expect(connection.state).toBe('closed'));
    // The leak check after the story finds what would still wait.
    await expect(toldTo(server)).toEqual([]);
  },
});
