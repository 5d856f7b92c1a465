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
  tags: ['simulated-only'],
  args: { random: half },
  parameters: paused,
  play: async ({ canvas, clock, server }) => {
    await clock.advance(100);
    await server.close(1011);
    await clock.advance(100);
    await expect(canvas.getByRole('status')).toHaveTextContent('waiting 1011');
    await clock.advance(1_000);
    await expect(canvas.getByRole('status')).toHaveTextContent('open');
  },
});

/** 1012: the server restarts. All its clients return at random, 5 to 30 seconds later. */
export const Later = meta.story({
  tags: ['simulated-only'],
  args: { random: half },
  parameters: paused,
  play: async ({ canvas, clock, server }) => {
    await clock.advance(100);
    await server.close(1012);
    await clock.advance(17_400);
    await expect(canvas.getByRole('status')).toHaveTextContent('waiting 1012');
    await clock.advance(200);
    await expect(canvas.getByRole('status')).toHaveTextContent('open');
  },
});

/** 4401: the server wants other credentials. Nothing is tried before the user has logged in. */
export const LogIn = meta.story({
  tags: ['simulated-only'],
  parameters: paused,
  play: async ({ canvas, clock, server, userEvent }) => {
    await clock.advance(100);
    await server.close(4401, 'expired');
    await clock.advance(LONG_MS);
    await expect(canvas.getByRole('status')).toHaveTextContent('needs-login 4401 expired');
    await expect(server.connections).toHaveLength(1);
    await userEvent.click(canvas.getByRole('button', { name: /^Log in/ }));
    await clock.advance(100);
    await expect(canvas.getByRole('status')).toHaveTextContent('open');
  },
});

/** 1000 and 1008: nothing more is tried, however long one waits. */
export const Stop = meta.story({
  tags: ['simulated-only'],
  parameters: paused,
  play: async ({ canvas, clock, id, server, userEvent }) => {
    const made = () => ledger.sockets.filter(({ storyId }) => storyId === id).length;
    for (const code of [1000, 1008]) {
      await clock.advance(100);
      const before = made();
      await server.close(code);
      await clock.advance(LONG_MS);
      await expect(canvas.getByRole('status')).toHaveTextContent(`closed ${code}`);
      await expect(made()).toBe(before);
      await userEvent.click(canvas.getByRole('button', { name: 'Connect again' }));
    }
    await clock.advance(100);
    await expect(canvas.getByRole('status')).toHaveTextContent('open');
  },
});

/** A cut cable, a refusal and a broken protocol all say 1006: again. */
export const Abnormal = meta.story({
  tags: ['simulated-only'],
  args: { random: half },
  parameters: paused,
  play: async ({ canvas, clock, server }) => {
    await clock.advance(100);
    for (const verb of ['drop', 'fail'] as const) {
      await server[verb]();
      await clock.advance(100);
      await expect(canvas.getByRole('status')).toHaveTextContent('waiting 1006');
      await clock.advance(5_000);
      await expect(canvas.getByRole('status')).toHaveTextContent('open');
    }
  },
});
