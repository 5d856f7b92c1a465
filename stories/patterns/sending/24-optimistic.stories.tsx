import type { StoryContext } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import preview from '#.storybook/preview';
import { acknowledges } from '../../../mocks/protocol-servers/acknowledges.ts';
import type { SocketServer } from '../../../mocks/socket-server.ts';
import { readJson } from '../../../src/connection/read-json.ts';
import { OptimisticChat } from '../../../src/patterns/24-optimistic/OptimisticChat.tsx';
import { fresh } from '../../fresh.ts';
import { lesson } from '../../lesson/lesson-page.tsx';
import { SHORT_AGAIN, waitShortAgain } from '../wait-short-again.ts';
import { say } from './say.ts';

const refuses = (body: unknown) => (body === 'spam' ? 'no spam' : undefined);
const chat = fresh(() => acknowledges({ refuses }));
/** Takes messages, and says nothing of them: the story does. */
const muteChat = fresh(() => acknowledges({ echo: 'never', times: 0 }));
const slowChat = fresh(() => acknowledges({ echo: 'before', delayMs: 500 }));

const meta = preview.meta({
  component: OptimisticChat,
  args: { url: 'wss://lab.test' },
  parameters: { ...lesson('24-optimistic'), server: { behaviour: chat.behaviour } },
});

type Canvas = StoryContext['canvas'];

const shortest = () => 0;
const paused = { clock: 'paused' } as const;
const bubbles = (canvas: Canvas) =>
  within(canvas.getByRole('list', { name: 'Chat' })).queryAllByRole('listitem');
const untilBubbles = (canvas: Canvas, expected: readonly string[]) =>
  waitFor(() => expect(bubbles(canvas).map(({ textContent }) => textContent)).toEqual(expected));

/** Says something, and lets the server answer step by step: the one bubble after each of them. */
async function answerInSteps(
  { canvas, server }: { canvas: Canvas; server: SocketServer },
  answers: readonly { readonly type: string; readonly body?: string; readonly shows: string }[],
): Promise<void> {
  await canvas.findByText('open');
  say(canvas, ['hello']);
  await untilBubbles(canvas, ['hello sending']);
  const [node] = bubbles(canvas);
  const { id } = readJson(await server.nextMessage());
  for (const { type, body, shows } of answers) {
    await server.send(JSON.stringify({ type, id, body }));
    await untilBubbles(canvas, [shows]);
    await expect(bubbles(canvas)[0]).toBe(node);
  }
}

/** Say something: it is there at once. Stall the line and say some more: those wait for the server’s word. */
export const Open = meta.story({
  play: async ({ canvas, userEvent }) => {
    await expect(await canvas.findByText('open')).toBeVisible();
    await userEvent.type(canvas.getByRole('textbox'), 'hello{Enter}');
    await untilBubbles(canvas, ['hello everyone sees it']);
  },
});

/** First the ack, then the message as everyone sees it: one bubble all the time, and one DOM node. */
export const AckThenEcho = meta.story({
  parameters: { server: { behaviour: muteChat.behaviour } },
  play: (context) =>
    answerInSteps(context, [
      { type: 'ack', shows: 'hello received' },
      { type: 'message', body: 'Hello!', shows: 'Hello! everyone sees it' },
    ]),
});

/** The other way round: after the server’s word, its ack says nothing new. */
export const EchoThenAck = meta.story({
  parameters: { server: { behaviour: muteChat.behaviour } },
  play: (context) =>
    answerInSteps(context, [
      { type: 'message', body: 'Hello!', shows: 'Hello! everyone sees it' },
      { type: 'ack', shows: 'Hello! everyone sees it' },
    ]),
});

/** The same text twice, and once more from someone else: three bubbles, each with its own id. */
export const SameText = meta.story({
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    say(canvas, ['hello', 'hello']);
    await server.send('{"type":"message","id":"another","body":"hello"}');
    await untilBubbles(canvas, Array(3).fill('hello everyone sees it'));
    await expect(chat.latest.kept).toHaveLength(2);
  },
});

/** The server rejects a message: the bubble goes, and its text is back in the field, before what was typed since. */
export const Rejected = meta.story({
  play: async ({ canvas, server, userEvent }) => {
    await canvas.findByText('open');
    await server.stall();
    const field = canvas.getByRole('textbox');
    await userEvent.type(field, 'spam{Enter}and more');
    await untilBubbles(canvas, ['spam sending']);
    await server.resume();
    await waitFor(() => expect(field).toHaveValue('spam and more'));
    await expect(canvas.getByRole('alert')).toHaveTextContent('Back in the field: no spam.');
    await untilBubbles(canvas, []);
  },
});

/** The cable is cut before the ack, and after everyone has seen it: still one bubble, and one message. */
export const CutBeforeAck = meta.story({
  args: { random: shortest },
  parameters: { server: { behaviour: slowChat.behaviour } },
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    say(canvas, ['hello']);
    await untilBubbles(canvas, ['hello everyone sees it']);
    await server.nextMessage();
    await server.drop();
    await canvas.findByText(/^waiting/);
    await untilBubbles(canvas, ['hello everyone sees it']);
    const first = readJson(server.received[0]);
    await expect(readJson(await server.nextMessage())).toEqual(first);
    await expect(slowChat.latest.kept).toHaveLength(1);
    await untilBubbles(canvas, ['hello everyone sees it']);
  },
});

/** Said while there is no connection: it waits in its place, and goes when there is one. */
export const SaidOffline = meta.story({
  args: { serverState: 'connecting' },
  play: async ({ canvas, server }) => {
    await canvas.findByText('connecting');
    say(canvas, ['one', 'two']);
    await untilBubbles(canvas, ['one waiting', 'two waiting']);
    const nodes = bubbles(canvas);
    await server.accept();
    await untilBubbles(canvas, ['one everyone sees it', 'two everyone sees it']);
    await expect(bubbles(canvas)).toEqual(nodes);
  },
});

/** The line goes silent: after ten seconds without an ack it is left. The bubble waits, and goes on the next one. */
export const Silent = meta.story({
  args: { random: shortest },
  parameters: paused,
  play: async ({ canvas, clock, server }) => {
    await canvas.findByText('open');
    await server.stall();
    say(canvas, ['hello']);
    await clock.advance(9_999);
    await untilBubbles(canvas, ['hello sending']);
    await clock.advance(1);
    await untilBubbles(canvas, ['hello waiting']);
    await expect(canvas.getByRole('status')).toHaveTextContent('waiting 1006 no acknowledgement');
    await clock.advance(500);
    await untilBubbles(canvas, ['hello everyone sees it']);
  },
});

/** Two handshakes are refused: the second wait is longer. A message proves the line, and the next wait is short. */
export const ShortAgain = meta.story({ ...SHORT_AGAIN, play: waitShortAgain() });

/** Unmounted while a message is due: no timer is left. */
export const Unmounted = meta.story({
  parameters: { server: { behaviour: muteChat.behaviour } },
  play: async ({ canvas, mount, server }) => {
    await mount();
    await canvas.findByText('open');
    say(canvas, ['hello']);
    await server.nextMessage();
    await mount(<p>Another page</p>);
    // The leak check after the story finds a deadline that still runs.
    await waitFor(() => expect(server.open).toHaveLength(0));
  },
});
