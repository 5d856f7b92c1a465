import type { StoryContext } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import preview from '#.storybook/preview';
import { acknowledges } from '../../../mocks/protocol-servers/acknowledges.ts';
import type { SocketServer } from '../../../mocks/socket-server.ts';
import { readJson } from '../../../src/connection/read-json.ts';
import { AcknowledgedSocket } from '../../../src/patterns/22-acknowledged/AcknowledgedSocket.tsx';
import { fresh } from '../../fresh.ts';
import { lesson } from '../../lesson/lesson-page.tsx';
import { SHORT_AGAIN, waitShortAgain } from '../wait-short-again.ts';
import { say } from './say.ts';

/** Every message comes back to the list below as everyone sees it: `echo: 'never'` leaves that to pattern 24. */
const chat = fresh(() =>
  acknowledges({
    echo: 'never',
    refuses: (body) => (body === 'spam' ? 'no spam' : undefined),
  }),
);
const slowChat = fresh(() => acknowledges({ echo: 'never', delayMs: 500 }));
const doubleChat = fresh(() => acknowledges({ echo: 'never', times: 2 }));
const muteChat = fresh(() => acknowledges({ echo: 'never', times: 0 }));

const meta = preview.meta({
  component: AcknowledgedSocket,
  args: { url: 'wss://lab.test' },
  parameters: { ...lesson('22-acknowledged'), server: { behaviour: chat.behaviour } },
});

type Canvas = StoryContext['canvas'];

const shortest = () => 0;
const paused = { clock: 'paused' } as const;
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `message ${from + index}`);
const bodiesOf = ({ kept }: ReturnType<typeof acknowledges>) => kept.map(({ body }) => body);
const idsIn = ({ received }: SocketServer) => received.map((data) => readJson(data)['id']);
const cells = (canvas: Canvas) =>
  within(canvas.getByRole('list', { name: 'Sent messages' }))
    .queryAllByRole('listitem')
    .map(({ textContent }) => textContent);
const untilCells = (canvas: Canvas, expected: readonly string[]) =>
  waitFor(() => expect(cells(canvas)).toEqual(expected));

/** The socket is open: a message is on the way until its ack has come. Stall the line, and send some more. */
export const Open = meta.story({
  play: async ({ canvas, userEvent }) => {
    await expect(await canvas.findByText('open')).toBeVisible();
    await userEvent.type(canvas.getByRole('textbox'), 'hello{Enter}');
    await untilCells(canvas, ['hello acknowledged']);
    await expect(bodiesOf(chat.latest)).toEqual(['hello']);
  },
});

/** The cable is cut after the server has it, and before its ack: it comes again, under the same id. */
export const LostAck = meta.story({
  args: { random: shortest },
  parameters: { server: { behaviour: slowChat.behaviour } },
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    say(canvas, ['hello']);
    await untilCells(canvas, ['hello sent']);
    await server.nextMessage();
    await server.drop();
    await untilCells(canvas, ['hello waiting']);
    await server.nextMessage();
    await untilCells(canvas, ['hello acknowledged']);
    const [first, second] = idsIn(server);
    await expect(second).toBe(first);
    await expect(bodiesOf(slowChat.latest)).toEqual(['hello']);
  },
});

/** Thirty messages, and three cuts between them: each arrives once, and in order. */
export const ThroughCuts = meta.story({
  args: { random: shortest },
  play: async ({ canvas, server }) => {
    for (const first of [1, 11, 21]) {
      await canvas.findByText('open');
      say(canvas, numbers(first, first + 9));
      await server.drop();
      await canvas.findByText(/^waiting/);
    }
    const all = numbers(1, 30);
    await untilCells(
      canvas,
      all.map((text) => `${text} acknowledged`),
    );
    await expect(bodiesOf(chat.latest)).toEqual(all);
  },
});

/** Each ack comes twice: the second one is for nothing, and takes no other message off. */
export const AckTwice = meta.story({
  parameters: { server: { behaviour: doubleChat.behaviour } },
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    say(canvas, ['one', 'two']);
    await untilCells(canvas, ['one acknowledged', 'two acknowledged']);
    await server.nextMessage();
    await server.nextMessage();
    await expect(canvas.queryAllByText(/"ack"/)).toEqual([]);
    await expect(bodiesOf(doubleChat.latest)).toEqual(['one', 'two']);
  },
});

/** The line goes silent: after ten seconds without an ack it is left, and the message goes on the next one. */
export const Silent = meta.story({
  args: { random: shortest },
  parameters: paused,
  play: async ({ canvas, clock, server }) => {
    await canvas.findByText('open');
    await server.stall();
    say(canvas, ['hello']);
    await clock.advance(9_999);
    await expect(cells(canvas)).toEqual(['hello sent']);
    await clock.advance(1);
    await expect(canvas.getByRole('status')).toHaveTextContent('waiting 1006 no acknowledgement');
    await clock.advance(500);
    await untilCells(canvas, ['hello acknowledged']);
    // What the old line still carries is the same message.
    await server.resume();
    await waitFor(() => expect(server.received).toHaveLength(2));
    await expect(bodiesOf(chat.latest)).toEqual(['hello']);
  },
});

/** What the server rejects is marked, and is not sent again. */
export const Rejected = meta.story({
  args: { random: shortest },
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    say(canvas, ['spam', 'hello']);
    await untilCells(canvas, ['spam rejected', 'hello acknowledged']);
    await server.drop();
    await canvas.findByText(/^waiting/);
    await canvas.findByText('open');
    say(canvas, ['again']);
    await untilCells(canvas, ['spam rejected', 'hello acknowledged', 'again acknowledged']);
    await expect(server.received).toHaveLength(3);
  },
});

/** The server takes messages, and acknowledges none: at three of them the form takes no more. */
export const Full = meta.story({
  args: { limit: 3 },
  parameters: { server: { behaviour: muteChat.behaviour } },
  play: async ({ canvas }) => {
    await canvas.findByText('open');
    say(canvas, numbers(1, 4));
    await expect(cells(canvas)).toHaveLength(3);
    await expect(canvas.getByRole('textbox')).toHaveValue('message 4');
    await expect(canvas.getByRole('button', { name: 'Send' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  },
});

/** Two handshakes are refused: the second wait is longer. A message proves the line, and the next wait is short. */
export const ShortAgain = meta.story({ ...SHORT_AGAIN, play: waitShortAgain() });

/** Unmounted while a message is due: it is not sent again, and no timer is left. */
export const Unmounted = meta.story({
  args: { random: shortest },
  parameters: { ...paused, server: { behaviour: muteChat.behaviour } },
  play: async ({ canvas, clock, mount, server }) => {
    await mount();
    await canvas.findByText('open');
    say(canvas, ['hello']);
    await server.nextMessage();
    await mount(<p>Another page</p>);
    await clock.advance(60_000);
    await expect(server.received).toHaveLength(1);
  },
});
