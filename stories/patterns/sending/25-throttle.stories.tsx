import type { StoryContext } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { takesAtMost } from '../../../mocks/protocol-servers/takes-at-most.ts';
import type { SocketServer } from '../../../mocks/socket-server.ts';
import { readJson } from '../../../src/connection/read-json.ts';
import { RateLimited } from '../../../src/patterns/25-throttle/RateLimited.tsx';
import { lesson } from '../../lesson/lesson-page.tsx';
import { SHORT_AGAIN, waitShortAgain } from '../wait-short-again.ts';
import { say } from './say.ts';

const meta = preview.meta({
  component: RateLimited,
  args: { url: 'wss://lab.test' },
  parameters: { ...lesson('25-throttle'), server: { behaviour: takesAtMost(10) } },
});

type Canvas = StoryContext['canvas'];

const paused = { clock: 'paused' } as const;
const numbers = (count: number) => Array.from({ length: count }, (_, index) => `command ${index}`);
/** Moves the slider as the user does, a thousand times as fast. */
function moveTo(canvas: Canvas, position: number) {
  const slider = canvas.getByRole('slider');
  // React sees a value only where it is set behind its back.
  Reflect.set(HTMLInputElement.prototype, 'value', position, slider);
  slider.dispatchEvent(new Event('input', { bubbles: true }));
}
const told = ({ received }: SocketServer) =>
  received.map(readJson).map(({ text, position }) => text ?? position);
const figure = (canvas: Canvas, name: string) => canvas.getByRole('definition', { name });

/** Move the slider. The server closes with 1008 at the eleventh message in a second, and never has to. */
export const Open = meta.story({
  play: async ({ canvas, server }) => {
    await expect(await canvas.findByText('open')).toBeVisible();
    moveTo(canvas, 1);
    for (let position = 2; position <= 50; position += 1) moveTo(canvas, position);
    await expect(figure(canvas, 'Moves')).toHaveTextContent('50');
    await waitFor(() => expect(told(server).at(-1)).toBe(50));
    await expect(told(server)[0]).toBe(1);
    await expect(told(server).length).toBeLessThanOrEqual(10);
  },
});

/** A thousand moves in a second: eleven messages at most, the last position among them, and one connection. */
export const ThousandMoves = meta.story({
  // The moves take a second of the page's clock, and the server's second is real on the network.
  tags: ['simulated-only'],
  parameters: paused,
  play: async ({ canvas, clock, server }) => {
    await canvas.findByText('open');
    for (let time = 0; time < 1_000; time += 10) {
      for (let n = 1; n <= 10; n += 1) moveTo(canvas, time + n);
      await clock.advance(10);
    }
    const inASecond = told(server);
    await expect(inASecond.length).toBeLessThanOrEqual(11);
    await expect(inASecond.length).toBeGreaterThanOrEqual(7);
    await clock.advance(1_000);
    await expect(told(server).at(-1)).toBe(1_000);
    await expect(canvas.getByRole('status')).toHaveTextContent('open');
    await expect(server.open).toHaveLength(1);
  },
});

/** Thirty commands at once: four go, and then one each 250 ms. None is lost, and the server never closes. */
export const Commands = meta.story({
  // As above.
  tags: ['simulated-only'],
  parameters: paused,
  play: async ({ canvas, clock, server }) => {
    await canvas.findByText('open');
    say(canvas, numbers(30));
    await waitFor(() => expect(told(server)).toHaveLength(4));
    await expect(figure(canvas, 'Commands waiting')).toHaveTextContent('26');
    await expect(canvas.getByRole('img')).toHaveAccessibleName('0 of 4 tokens');
    await clock.advance(249);
    await expect(told(server)).toHaveLength(4);
    await clock.advance(1);
    await expect(told(server)).toHaveLength(5);
    await clock.advance(25 * 250);
    await expect(told(server)).toEqual(numbers(30));
    await expect(server.open).toHaveLength(1);
  },
});

/** Twelve commands on the network itself: all arrive, on one connection. */
export const InRealTime = meta.story({
  // A page that is busy lets messages bunch up: half of the server's limit leaves room for that.
  args: { capacity: 2 },
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    const made = server.connections.length;
    say(canvas, numbers(12));
    await waitFor(() => expect(told(server)).toEqual(numbers(12)));
    await expect(canvas.getByRole('status')).toHaveTextContent('open');
    await expect(server.connections).toHaveLength(made);
  },
});

/** While there is no connection: each command waits, and of the positions the newest. Commands go first. */
export const WhileConnecting = meta.story({
  args: { serverState: 'connecting' },
  play: async ({ canvas, server }) => {
    await canvas.findByText('connecting');
    for (let position = 1; position <= 50; position += 1) moveTo(canvas, position);
    say(canvas, numbers(3));
    await expect(figure(canvas, 'Commands waiting')).toHaveTextContent('3');
    await server.accept();
    await waitFor(() => expect(told(server).slice(0, 3)).toEqual(numbers(3)));
    await waitFor(() => expect(told(server).at(-1)).toBe(50));
    await expect(told(server).length).toBeLessThanOrEqual(5);
  },
});

/** More commands than there is room for: the form keeps the one that is too many. */
export const Full = meta.story({
  args: { serverState: 'connecting', limit: 3 },
  play: async ({ canvas }) => {
    await canvas.findByText('connecting');
    say(canvas, numbers(4));
    await expect(figure(canvas, 'Commands waiting')).toHaveTextContent('3');
    await expect(canvas.getByRole('textbox')).toHaveValue('command 3');
  },
});

/** Two handshakes are refused: the second wait is longer. A message proves the line, and the next wait is short. */
export const ShortAgain = meta.story({ ...SHORT_AGAIN, play: waitShortAgain() });

/** Unmounted while commands and a position wait: neither is sent, and no timer is left. */
export const Unmounted = meta.story({
  // Neither another token nor the next position comes before the end.
  args: { capacity: 2, perSecond: 0.01, moveMs: 60_000 },
  play: async ({ canvas, mount, server }) => {
    await mount();
    await canvas.findByText('open');
    moveTo(canvas, 1);
    moveTo(canvas, 2);
    say(canvas, numbers(20));
    await waitFor(() => expect(told(server)).toEqual([1, 'command 0']));
    await mount(<p>Another page</p>);
    await waitFor(() => expect(server.open).toHaveLength(0));
    // The leak check after the story finds a timer that would send more.
    await expect(told(server)).toHaveLength(2);
  },
});
