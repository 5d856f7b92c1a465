import type { StoryContext } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import preview from '#.storybook/preview';
import { streamsAnswers } from '../../../mocks/protocol-servers/streams-answers.ts';
import { readJson } from '../../../src/connection/read-json.ts';
import { StreamedAnswers } from '../../../src/patterns/36-streamed-answer/StreamedAnswers.tsx';
import { fresh } from '../../fresh.ts';
import { lesson } from '../../lesson/lesson-page.tsx';
import { SHORT_AGAIN, waitShortAgain } from '../wait-short-again.ts';
import { say } from '../sending/say.ts';
import { countFrames } from '../count-frames.ts';

const WORDS = Array.from({ length: 20 }, (_, n) => `word${n + 1} `);
const quick = fresh(() => streamsAnswers({ pieceMs: 20, answer: () => WORDS }));
const slow = fresh(() => streamsAnswers({ pieceMs: 100, answer: () => WORDS }));
const fast = fresh(() =>
  streamsAnswers({ pieceMs: 1, answer: () => Array<string>(300).fill('.') }),
);
/** Says nothing: the story does. */
const silent = fresh(() => streamsAnswers({ answer: () => WORDS, pieceMs: 1e9 }));

const meta = preview.meta({
  component: StreamedAnswers,
  args: { url: 'wss://lab.test', random: () => 0 },
  parameters: { ...lesson('36-streamed-answer'), server: { behaviour: slow.behaviour } },
});

type Canvas = StoryContext['canvas'];

const answerTo = (canvas: Canvas, question: string) =>
  canvas.findByRole('article', { name: question });
const textOf = (article: HTMLElement) => within(article).getByRole('paragraph').textContent;
const wordsIn = (article: HTMLElement) => textOf(article).match(/\S+/g)?.length ?? 0;
const whole = WORDS.join('');

/** Ask something: the answer comes word by word. Cut the cable in the middle, or stop it. */
export const Open = meta.story({
  play: async ({ canvas, userEvent }) => {
    await canvas.findByText('open');
    await userEvent.type(canvas.getByRole('textbox'), 'Why?{Enter}');
    const article = await answerTo(canvas, 'Why?');
    await waitFor(() => expect(wordsIn(article)).toBeGreaterThan(1));
    await expect(within(article).getByRole('button', { name: 'Stop' })).toBeVisible();
  },
});

/** The line is cut in the middle: the answer goes on behind its last word, with no word twice. */
export const CutInTheMiddle = meta.story({
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    say(canvas, ['Why?']);
    const article = await answerTo(canvas, 'Why?');
    await waitFor(() => expect(wordsIn(article)).toBeGreaterThan(2));
    await server.drop();
    await canvas.findByText('finished');
    await expect(textOf(article)).toBe(whole);
    const asked = server.received.map(readJson).filter(({ type }) => type === 'ask');
    await expect(asked).toHaveLength(2);
    await expect(asked[1]?.['id']).toBe(asked[0]?.['id']);
    await expect(Number(asked[1]?.['from'])).toBeGreaterThan(2);
  },
});

/** Stopped in the middle: what was on the way does not make it grow, and the server is told. */
export const Stopped = meta.story({
  parameters: { server: { behaviour: silent.behaviour } },
  play: async ({ canvas, server, userEvent }) => {
    await canvas.findByText('open');
    say(canvas, ['Why?']);
    const article = await answerTo(canvas, 'Why?');
    const { id } = readJson(await server.nextMessage());
    const piece = (n: number) =>
      server.send(JSON.stringify({ type: 'piece', id, n, text: `${n} ` }));
    await piece(1);
    await waitFor(() => expect(textOf(article)).toBe('1 '));
    await userEvent.click(within(article).getByRole('button', { name: 'Stop' }));
    await expect(within(article).getByText('stopped')).toBeVisible();
    await piece(2);
    await server.send('behind it');
    await canvas.findByText('behind it');
    await expect(textOf(article)).toBe('1 ');
    await expect(readJson(await server.nextMessage())).toEqual({ type: 'stop', id });
  },
});

/** Two answers at once: each word goes where it belongs. */
export const TwoAtOnce = meta.story({
  parameters: { server: { behaviour: quick.behaviour } },
  play: async ({ canvas }) => {
    await canvas.findByText('open');
    say(canvas, ['Why?', 'How?']);
    await waitFor(() => expect(canvas.getAllByText('finished')).toHaveLength(2));
    await expect(textOf(await answerTo(canvas, 'Why?'))).toBe(whole);
    await expect(textOf(await answerTo(canvas, 'How?'))).toBe(whole);
  },
});

/** Three hundred pieces, a millisecond apart: no more than one render a frame, and none is missing. */
export const ManyPieces = meta.story({
  parameters: { server: { behaviour: fast.behaviour } },
  play: async ({ canvas }) => {
    await canvas.findByText('open');
    say(canvas, ['Why?']);
    const article = await answerTo(canvas, 'Why?');
    let renders = 0;
    const observer = new MutationObserver(() => (renders += 1));
    observer.observe(within(article).getByRole('paragraph'), {
      characterData: true,
      childList: true,
      subtree: true,
    });
    const stop = countFrames();
    await within(article).findByText('finished');
    observer.disconnect();
    await expect(renders).toBeGreaterThan(1);
    // The end is shown at once, and not by the frame.
    await expect(renders).toBeLessThanOrEqual(stop() + 1);
    await expect(textOf(article)).toHaveLength(300);
  },
});

/** Twenty-one questions: the newest twenty are kept. */
export const Bounded = meta.story({
  parameters: { server: { behaviour: silent.behaviour } },
  play: async ({ canvas }) => {
    await canvas.findByText('open');
    say(
      canvas,
      Array.from({ length: 21 }, (_, n) => `Question ${n + 1}`),
    );
    await answerTo(canvas, 'Question 21');
    await expect(canvas.getAllByRole('article')).toHaveLength(20);
    await expect(canvas.queryByRole('article', { name: 'Question 1' })).not.toBeInTheDocument();
  },
});

/** Asked while there is no connection: it is asked when there is one. */
export const AskedOffline = meta.story({
  args: { serverState: 'connecting' },
  parameters: { server: { behaviour: quick.behaviour } },
  play: async ({ canvas, server }) => {
    await canvas.findByText('connecting');
    say(canvas, ['Why?']);
    await answerTo(canvas, 'Why?');
    await server.accept();
    await canvas.findByText('finished');
    await expect(textOf(await answerTo(canvas, 'Why?'))).toBe(whole);
  },
});

/** Two handshakes are refused: the second wait is longer. A message proves the line, and the next wait is short. */
export const ShortAgain = meta.story({ ...SHORT_AGAIN, play: waitShortAgain() });

/** At its end a piece waits for its frame: the unmount that follows each story cancels that. */
export const UnmountedBeforeAFrame = meta.story({
  parameters: { clock: 'paused', server: { behaviour: silent.behaviour } },
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    say(canvas, ['Why?']);
    const { id } = readJson(await server.nextMessage());
    const article = await answerTo(canvas, 'Why?');
    await server.send(JSON.stringify({ type: 'piece', id, n: 1, text: '1 ' }));
    await server.send('behind it');
    await canvas.findByText('behind it');
    await expect(textOf(article)).toBe('');
  },
});
