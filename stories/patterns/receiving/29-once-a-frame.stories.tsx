import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { streams } from '../../../mocks/behaviours.ts';
import { OnceAFrame } from '../../../src/patterns/29-once-a-frame/OnceAFrame.tsx';
import { lesson } from '../../lesson/lesson-page.tsx';
import { countFrames } from '../count-frames.ts';

const meta = preview.meta({
  component: OnceAFrame,
  args: { url: 'wss://lab.test' },
  parameters: lesson('29-once-a-frame'),
});

const paused = { clock: 'paused' } as const;
const FRAME_MS = 17;

/** Sixty messages in one frame are one bar, and one render. */
export const Open = meta.story({
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    await Promise.all(Array.from({ length: 60 }, (_, n) => server.send(`message ${n + 1}`)));
    await expect(await canvas.findByText('message 60')).toBeVisible();
    await expect(canvas.getByLabelText('Messages', { selector: 'dd' })).toHaveTextContent(/^60$/);
  },
});

/** 5,000 messages a second: there is no more than one render a frame, and all are in order. */
export const FiveThousandASecond = meta.story({
  // A live server is told of each message by one more, and so cannot keep up. The next story is for both.
  tags: ['simulated-only'],
  parameters: { server: { behaviour: streams(5_000) } },
  play: async ({ canvas }) => {
    const figure = (name: string) =>
      Number(canvas.getByLabelText(name, { selector: 'dd' }).textContent);
    await canvas.findByText('open');
    await waitFor(() => expect(figure('Messages')).toBeGreaterThan(0));
    const [messages, renders] = [figure('Messages'), figure('Renders')];
    const stop = countFrames();
    await waitFor(() => expect(figure('Messages') - messages).toBeGreaterThan(5_000));
    const rendered = figure('Renders') - renders;
    const frames = stop();
    await expect(rendered).toBeGreaterThan(0);
    // One may have been due already as the count began.
    await expect(rendered).toBeLessThanOrEqual(frames + 1);
    const shown = canvas.getAllByRole('listitem').map(({ textContent }) => textContent);
    const newest = Number(shown[0]?.replace('message ', ''));
    await expect(shown).toEqual(Array.from({ length: 20 }, (_, n) => `message ${newest - n}`));
  },
});

/** 500 messages leave the server in one piece: a few renders, and all are in order. */
export const FiveHundredAtOnce = meta.story({
  play: async ({ canvas, server }) => {
    const renders = () => Number(canvas.getByLabelText('Renders').textContent);
    await canvas.findByText('open');
    await server.stall();
    for (let n = 1; n <= 500; n++) await server.send(`message ${n}`);
    const before = renders();
    const stop = countFrames();
    await server.resume();
    await canvas.findByText('message 500');
    await expect(renders() - before).toBeLessThanOrEqual(stop() + 1);
    await expect(canvas.getByLabelText('Messages', { selector: 'dd' })).toHaveTextContent(/^500$/);
    const shown = canvas.getAllByRole('listitem').map(({ textContent }) => textContent);
    await expect(shown).toEqual(Array.from({ length: 20 }, (_, n) => `message ${500 - n}`));
  },
});

/** A message waits for the frame. The end marker does not, and brings what came before it along. */
export const AtOnce = meta.story({
  parameters: paused,
  play: async ({ canvas, clock, server }) => {
    await canvas.findByText('open');
    await server.send('end of the first part');
    await expect(await canvas.findByText('end of the first part')).toBeVisible();
    await server.send('one');
    await clock.advance(0);
    await expect(canvas.queryByText('one')).not.toBeInTheDocument();
    await server.send('error in two');
    await expect(await canvas.findByText('error in two')).toBeVisible();
    const shown = canvas.getAllByRole('listitem').map(({ textContent }) => textContent);
    await expect(shown).toEqual(['error in two', 'one', 'end of the first part']);
    await server.send('last words');
    await server.close(1001);
    await expect(await canvas.findByText('closed 1001')).toBeVisible();
    await expect(canvas.getByText('last words')).toBeVisible();
    await clock.advance(FRAME_MS);
    await expect(canvas.getAllByRole('listitem')).toHaveLength(4);
  },
});

/** A hidden page has no frames: what comes is handed over whenever there are 500 messages. */
export const HiddenPage = meta.story({
  args: { limit: 500 },
  parameters: paused,
  play: async ({ canvas, clock, page, server }) => {
    const count = () => canvas.getByLabelText('Messages', { selector: 'dd' });
    await canvas.findByText('open');
    page.hide();
    for (let n = 1; n <= 1_250; n++) void server.send(`message ${n}`);
    // A real server takes its time for so many.
    await waitFor(() => expect(count()).toHaveTextContent(/^1000$/), { timeout: 10_000 });
    await clock.advance(10_000);
    await expect(count()).toHaveTextContent(/^1000$/);
    page.show();
    await waitFor(async () => {
      await clock.advance(FRAME_MS);
      await expect(count()).toHaveTextContent(/^1250$/);
    });
    await expect(canvas.getByText('message 1250')).toBeVisible();
  },
});
