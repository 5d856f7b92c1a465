import { expect } from 'storybook/test';
import preview from '#.storybook/preview';
import { answersPings } from '../../../mocks/behaviours.ts';
import { ledger } from '../../../mocks/ledger.ts';
import { HiddenTab } from '../../../src/patterns/16-hidden-tab/HiddenTab.tsx';
import { lesson } from '../../lesson/lesson-page.tsx';

const meta = preview.meta({
  component: HiddenTab,
  args: { url: 'wss://lab.test' },
  parameters: { ...lesson('16-hidden-tab'), server: { behaviour: answersPings() } },
});

const paused = { clock: 'paused' } as const;
const TEN_MINUTES_MS = 600_000;
const madeBy = (id: string) => ledger.sockets.filter(({ storyId }) => storyId === id).length;

/** The socket is open. Set `visibility` to hidden and back: the line is asked. */
export const Open = meta.story({
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('open')).toBeVisible();
  },
});

/** Hidden for ten minutes, and the line still works: it is asked once, and kept. */
export const StillAlive = meta.story({
  parameters: paused,
  play: async ({ canvas, clock, id, page, server }) => {
    await canvas.findByText('open');
    const made = madeBy(id);
    page.hide();
    await clock.advance(TEN_MINUTES_MS);
    page.show();
    await expect(await server.nextMessage()).toBe('ping');
    // What comes after the pong shows that it has arrived.
    await server.send('after the pong');
    await canvas.findByText('after the pong');
    await clock.advance(5_000);
    await expect(canvas.getByRole('status')).toHaveTextContent('open');
    await expect(server.received).toEqual(['ping']);
    await expect(madeBy(id)).toBe(made);
  },
});

/** Hidden for ten minutes, and the line has died: known within two seconds of being shown. */
export const DeadOnReturn = meta.story({
  parameters: paused,
  play: async ({ canvas, clock, page, server }) => {
    await canvas.findByText('open');
    page.hide();
    await server.stall();
    await clock.advance(TEN_MINUTES_MS);
    await expect(canvas.getByRole('status')).toHaveTextContent('open');
    page.show();
    await clock.advance(2_000);
    await expect(canvas.getByRole('status')).toHaveTextContent('waiting 1006 the line is silent');
  },
});

/** Closed while hidden: no attempt is made until the tab is shown, and then one at once. */
export const ClosedWhileHidden = meta.story({
  parameters: paused,
  play: async ({ canvas, clock, id, page, server }) => {
    await canvas.findByText('open');
    const made = madeBy(id);
    page.hide();
    await server.drop();
    await canvas.findByText('closed 1006');
    await clock.advance(TEN_MINUTES_MS);
    await expect(madeBy(id)).toBe(made);
    page.show();
    await expect(await canvas.findByText('open')).toBeVisible();
    await expect(madeBy(id)).toBe(made + 1);
  },
});

/** Hidden while it waits for another attempt: the attempt waits for the tab, too. */
export const HiddenWhileWaiting = meta.story({
  parameters: paused,
  play: async ({ canvas, clock, id, page, server }) => {
    await canvas.findByText('open');
    await server.drop();
    await canvas.findByText(/^waiting/);
    const made = madeBy(id);
    page.hide();
    await clock.advance(TEN_MINUTES_MS);
    await expect(madeBy(id)).toBe(made);
    page.show();
    await expect(await canvas.findByText('open')).toBeVisible();
    await expect(madeBy(id)).toBe(made + 1);
  },
});
