import { expect } from 'storybook/test';
import preview from '#.storybook/preview';
import { ledger } from '../../../mocks/ledger.ts';
import { BackForward } from '../../../src/patterns/17-back-forward/BackForward.tsx';
import { lesson } from '../../lesson/lesson-page.tsx';

const meta = preview.meta({
  component: BackForward,
  args: { url: 'wss://lab.test' },
  parameters: lesson('17-back-forward'),
});

/** The longest waits that there are. */
const longest = () => 0.999;
const paused = { clock: 'paused' } as const;
const TEN_MINUTES_MS = 600_000;
const statesOf = (id: string) =>
  ledger.sockets.filter(({ storyId }) => storyId === id).map(({ state }) => state);

/** The socket is open. Its page is not left yet. */
export const Open = meta.story({
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('open')).toBeVisible();
  },
});

/** The page is left and returned to: one socket has ended, and there is one new one, at once. */
export const Return = meta.story({
  play: async ({ canvas, id, page, server }) => {
    await canvas.findByText('open');
    const made = statesOf(id).length;
    page.leave();
    await expect(await canvas.findByText('closed 1006 the page was left')).toBeVisible();
    page.comeBack();
    await expect(await canvas.findByText('open')).toBeVisible();
    await expect(statesOf(id)).toHaveLength(made + 1);
    await server.send('news');
    await expect(await canvas.findByText('news')).toBeVisible();
    await expect(server.open).toHaveLength(1);
    await expect(statesOf(id)).toHaveLength(made + 1);
  },
});

/** The page was not kept: it is another page, which has begun to connect by itself. None is made. */
export const NotKept = meta.story({
  args: { random: longest },
  play: async ({ canvas, id, page, server }) => {
    await canvas.findByText('open');
    const made = statesOf(id).length;
    page.comeBack({ persisted: false });
    await expect(statesOf(id)).toHaveLength(made);
    // Where it waits for another attempt, it goes on waiting.
    await server.drop();
    await canvas.findByText(/^waiting/);
    page.comeBack({ persisted: false });
    await expect(statesOf(id)).toHaveLength(made);
  },
});

/** `beforeunload` comes for a download too, or when the user stays: the socket is kept. */
export const UserStays = meta.story({
  play: async ({ canvas, id, server }) => {
    await canvas.findByText('open');
    const made = statesOf(id).length;
    window.dispatchEvent(new Event('beforeunload'));
    await server.send('still here');
    await expect(await canvas.findByText('still here')).toBeVisible();
    await expect(statesOf(id)).toHaveLength(made);
  },
});

/** Left while it waits for another attempt: none is made for ten minutes, and one on the return. */
export const LeftWhileWaiting = meta.story({
  parameters: paused,
  play: async ({ canvas, clock, id, page, server }) => {
    await canvas.findByText('open');
    await server.drop();
    await canvas.findByText(/^waiting/);
    const made = statesOf(id).length;
    page.leave();
    await clock.advance(TEN_MINUTES_MS);
    await expect(statesOf(id)).toHaveLength(made);
    page.comeBack();
    await expect(await canvas.findByText('open')).toBeVisible();
    await clock.advance(TEN_MINUTES_MS);
    await expect(statesOf(id)).toHaveLength(made + 1);
  },
});
