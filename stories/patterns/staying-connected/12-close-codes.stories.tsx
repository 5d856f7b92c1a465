import { expect } from 'storybook/test';
import preview from '#.storybook/preview';
import { ledger } from '../../../mocks/ledger.ts';
import { CloseCodes } from '../../../src/patterns/12-close-codes/CloseCodes.tsx';
import { lesson } from '../../lesson/lesson-page.tsx';

const meta = preview.meta({
  component: CloseCodes,
  args: { url: 'wss://lab.test' },
  parameters: lesson('12-close-codes'),
});

const half = () => 0.5;
const madeBy = (id: string) => ledger.sockets.filter(({ storyId }) => storyId === id).length;
const paused = { clock: 'paused' } as const;
const LONG_MS = 120_000;

/** The socket is open. Close it with a code, and see what the code asks for. */
export const Open = meta.story({
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('open')).toBeVisible();
  },
});

/** 1011: the server failed. Again, after a short wait. */
export const Again = meta.story({
  args: { random: half },
  parameters: paused,
  play: async ({ canvas, clock, server }) => {
    await canvas.findByText('open');
    await server.close(1011);
    await canvas.findByText('waiting 1011');
    await clock.advance(1_000);
    await expect(await canvas.findByText('open')).toBeVisible();
  },
});

/** 1012: the server restarts. All its clients return at random, 5 to 30 seconds later. */
export const Later = meta.story({
  args: { random: half },
  parameters: paused,
  play: async ({ canvas, clock, server }) => {
    await canvas.findByText('open');
    await server.close(1012);
    await canvas.findByText('waiting 1012');
    await clock.advance(17_499);
    await expect(canvas.getByRole('status')).toHaveTextContent('waiting 1012');
    await clock.advance(1);
    await expect(await canvas.findByText('open')).toBeVisible();
  },
});

/** 4401: the server wants other credentials. Nothing is tried before the user has logged in. */
export const LogIn = meta.story({
  parameters: paused,
  play: async ({ canvas, clock, id, server, userEvent }) => {
    await canvas.findByText('open');
    const made = madeBy(id);
    await server.close(4401, 'expired');
    await canvas.findByText('needs-login 4401 expired');
    await clock.advance(LONG_MS);
    await expect(madeBy(id)).toBe(made);
    await userEvent.click(canvas.getByRole('button', { name: /^Log in/ }));
    await expect(await canvas.findByText('open')).toBeVisible();
  },
});

/** 1000 and 1008: nothing more is tried, however long one waits. */
export const Stop = meta.story({
  parameters: paused,
  play: async ({ canvas, clock, id, server, userEvent }) => {
    for (const code of [1000, 1008]) {
      await canvas.findByText('open');
      const made = madeBy(id);
      await server.close(code);
      await canvas.findByText(`closed ${code}`);
      await clock.advance(LONG_MS);
      await expect(canvas.getByRole('status')).toHaveTextContent(`closed ${code}`);
      await expect(madeBy(id)).toBe(made);
      await userEvent.click(canvas.getByRole('button', { name: 'Connect again' }));
    }
    await expect(await canvas.findByText('open')).toBeVisible();
  },
});

/** A cut cable, a refusal and a broken protocol all say 1006: again. */
export const Abnormal = meta.story({
  args: { random: half },
  parameters: paused,
  play: async ({ canvas, clock, server }) => {
    for (const verb of ['drop', 'fail'] as const) {
      await canvas.findByText('open');
      await server[verb]();
      await canvas.findByText('waiting 1006');
      await clock.advance(5_000);
    }
    await canvas.findByText('open');
    await server.refuse();
    await server.drop();
    await canvas.findByText('waiting 1006');
    await server.accept();
    await clock.advance(5_000);
    await expect(await canvas.findByText('open')).toBeVisible();
  },
});
