import type { StoryContext } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import preview from '#.storybook/preview';
import { readJson } from '../../../src/connection/read-json.ts';
import { Chat } from '../../../src/patterns/chat/Chat.tsx';
import { fresh } from '../../fresh.ts';
import { lesson } from '../../lesson/lesson-page.tsx';
import { SHORT_AGAIN, waitShortAgain } from '../wait-short-again.ts';
import { say } from '../sending/say.ts';
import { chatRoom } from './chat-room.ts';

const refuses = (body: unknown) => (body === 'spam' ? 'no spam' : undefined);
const room = fresh(() => chatRoom({ refuses }));
const liveRoom = fresh(() => chatRoom({ hasMia: true }));
const muteRoom = fresh(() => chatRoom({ times: 0 }));
const shortRoom = fresh(() => chatRoom({ keeps: 5 }));

const meta = preview.meta({
  component: Chat,
  args: { url: 'wss://lab.test' },
  parameters: { ...lesson('chat'), server: { behaviour: room.behaviour } },
});

type Canvas = StoryContext['canvas'];

const shortest = () => 0;
const lines = (canvas: Canvas) =>
  canvas
    .queryAllByRole('list', { name: 'Chat' })
    .flatMap((list) => within(list).getAllByRole('listitem'))
    .map(({ textContent }) => textContent);
const untilLines = (canvas: Canvas, expected: readonly string[]) =>
  waitFor(() => expect(lines(canvas)).toEqual(expected));

/** Say something: Mia answers. Cut the cable as often as you like. */
export const Open = meta.story({
  parameters: { server: { behaviour: liveRoom.behaviour } },
  play: async ({ canvas, userEvent }) => {
    await expect(await canvas.findByText('open')).toBeVisible();
    await expect(canvas.getByText('No messages yet.')).toBeVisible();
    await userEvent.type(canvas.getByRole('textbox'), 'Hello{Enter}');
    await untilLines(canvas, ['Hello', 'Mia “Hello”? Now cut the cable, and say it again.']);
    await expect(liveRoom.latest.kept).toHaveLength(1);
  },
});

/** Said while the line is down, by both sides: each message is there once, in the order of the server. */
export const SaidOffline = meta.story({
  args: { random: shortest },
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    say(canvas, ['one']);
    await untilLines(canvas, ['one']);
    await server.hold();
    await server.drop();
    await canvas.findByText('connecting');
    say(canvas, ['two', 'three']);
    room.latest.say('Mia', 'Are you there?');
    await untilLines(canvas, ['one', 'two waiting', 'three waiting']);
    await server.accept();
    await untilLines(canvas, ['one', 'Mia Are you there?', 'two', 'three']);
  },
});

/** The line is cut after the server has taken a message, while its word is on the way: the message is there once. */
export const CutBeforeAck = meta.story({
  args: { random: shortest, latencyMs: 300 },
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    say(canvas, ['hello']);
    await waitFor(() => expect(room.latest.kept).toHaveLength(1));
    await server.drop();
    await untilLines(canvas, ['hello waiting']);
    await canvas.findByText('catching-up');
    await canvas.findByText('open');
    await untilLines(canvas, ['hello']);
    const said = server.received.filter((data) => readJson(data)['type'] === 'message');
    await expect(said).toHaveLength(2);
    await expect(said[1]).toEqual(said[0]);
    await expect(room.latest.kept).toHaveLength(1);
  },
});

/** Messages that come while the page is hidden are unread, also those that a reconnect brings. */
export const Unread = meta.story({
  args: { random: shortest },
  play: async ({ canvas, page, server, userEvent }) => {
    await canvas.findByText('open');
    room.latest.say('Mia', 'one');
    await untilLines(canvas, ['Mia one']);
    page.hide();
    room.latest.say('Mia', 'two');
    await canvas.findByText('1 unread');
    await server.hold();
    await server.drop();
    await canvas.findByText('connecting');
    room.latest.say('Tom', 'three');
    await server.accept();
    await canvas.findByText('2 unread');
    page.show();
    await untilLines(canvas, ['Mia one', '2 new', 'Mia two', 'Tom three']);
    await userEvent.click(canvas.getByRole('button', { name: 'Mark as read' }));
    await untilLines(canvas, ['Mia one', 'Mia two', 'Tom three']);
  },
});

/** The server rejects a message: its text is back in the field. */
export const Rejected = meta.story({
  play: async ({ canvas, userEvent }) => {
    await canvas.findByText('open');
    await userEvent.type(canvas.getByRole('textbox'), 'spam{Enter}');
    await expect(await canvas.findByText('Back in the field: no spam.')).toBeVisible();
    await expect(canvas.getByRole('textbox')).toHaveValue('spam');
    await untilLines(canvas, []);
  },
});

/** The server keeps five messages, and nineteen are missed: the chat begins again, and says which ones it cannot show. */
export const TooOld = meta.story({
  args: { random: shortest },
  parameters: { server: { behaviour: shortRoom.behaviour } },
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    shortRoom.latest.say('Mia', 'message 1');
    await untilLines(canvas, ['Mia message 1']);
    await server.hold();
    await server.drop();
    for (let n = 2; n <= 20; n += 1) shortRoom.latest.say('Mia', `message ${n}`);
    await canvas.findByText('connecting');
    await server.accept();
    await untilLines(
      canvas,
      [16, 17, 18, 19, 20].map((n) => `Mia message ${n}`),
    );
    await expect(canvas.getByText('The server no longer has messages 1 to 15.')).toBeVisible();
  },
});

/** Mia is here, and types. When the line is lost, no one is known to be here; she leaves, and is gone after it. */
export const WhoIsHere = meta.story({
  args: { random: shortest },
  parameters: { server: { behaviour: liveRoom.behaviour } },
  play: async ({ canvas, server, userEvent }) => {
    const people = () => canvas.findByRole('list', { name: 'Who is here' });
    await expect(await people()).toHaveTextContent(/^MiMiaMeMe$/);
    const { presence } = liveRoom.latest;
    presence.type('phone', true);
    await expect(await canvas.findByText('types…')).toBeVisible();
    await userEvent.type(canvas.getByRole('textbox'), 'Hello');
    const typed = () => server.received.map(readJson).filter(({ type }) => type === 'typing');
    await waitFor(() => expect(typed()).toEqual([{ type: 'typing', isTyping: true }]));
    await userEvent.type(canvas.getByRole('textbox'), '{Enter}');
    await waitFor(() => expect(typed()[1]).toEqual({ type: 'typing', isTyping: false }));
    await server.hold();
    await server.drop();
    await expect(await canvas.findByText('Who is here is not known.')).toBeVisible();
    presence.go('phone');
    await canvas.findByText('connecting');
    await server.accept();
    await expect(await people()).toHaveTextContent(/^MeMe$/);
    // The unmount that follows ends what shows this.
    presence.come('pad', 'Ida');
    presence.type('pad', true);
    await expect(await canvas.findByText('types…')).toBeVisible();
  },
});

/** The line hangs, and no ack comes within ten seconds: the chat leaves the socket, and says it again on the next. */
export const NoAck = meta.story({
  args: { random: shortest },
  parameters: { clock: 'paused' },
  play: async ({ canvas, clock, server }) => {
    await canvas.findByText('open');
    await server.stall();
    say(canvas, ['hello']);
    await untilLines(canvas, ['hello sending']);
    await clock.advance(9_999);
    await expect(canvas.getByRole('status')).toHaveTextContent('open');
    await clock.advance(1);
    await expect(await canvas.findByText(/^waiting 1006/)).toBeVisible();
    await server.resume();
    await clock.advance(500);
    await untilLines(canvas, ['hello']);
    await expect(room.latest.kept).toHaveLength(1);
  },
});

/** The server sends no ack, and the message comes back: that proves as much, and the line is kept. */
export const EchoIsProof = meta.story({
  parameters: { clock: 'paused', server: { behaviour: muteRoom.behaviour } },
  play: async ({ canvas, clock, server }) => {
    await canvas.findByText('open');
    say(canvas, ['hello']);
    await untilLines(canvas, ['hello']);
    await clock.advance(20_000);
    await expect(canvas.getByRole('status')).toHaveTextContent('open');
    await expect(server.connections).toHaveLength(1);
  },
});

/** Two handshakes are refused: the second wait is longer. A message proves the line, and the next wait is short. */
export const ShortAgain = meta.story({
  ...SHORT_AGAIN,
  play: waitShortAgain('{"type":"event","seq":1,"body":"proof"}', 'proof'),
});
