import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { answersPings } from '../../../mocks/behaviours.ts';
import { ledger } from '../../../mocks/ledger.ts';
import { NetworkHints } from '../../../src/patterns/15-online-offline/NetworkHints.tsx';
import { lesson } from '../../lesson/lesson-page.tsx';

const meta = preview.meta({
  component: NetworkHints,
  args: { url: 'wss://lab.test' },
  parameters: { ...lesson('15-online-offline'), server: { behaviour: answersPings() } },
});

const longest = () => 0.999;
const paused = { clock: 'paused' } as const;
const madeBy = (id: string) => ledger.sockets.filter(({ storyId }) => storyId === id).length;

/** The socket is open. Turn `network` off in the Controls: the line is asked. */
export const Open = meta.story({
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('open')).toBeVisible();
  },
});

/** The browser says offline, and the line is dead: known within two seconds. */
export const OfflineAndDead = meta.story({
  parameters: paused,
  play: async ({ canvas, clock, page, server }) => {
    await canvas.findByText('open');
    await server.stall();
    page.offline();
    await clock.advance(1_999);
    await expect(canvas.getByRole('status')).toHaveTextContent('open');
    await clock.advance(1);
    await expect(canvas.getByRole('status')).toHaveTextContent('waiting 1006 the line is silent');
  },
});

/** The browser says offline, and the line works: nothing changes. */
export const FalseOffline = meta.story({
  parameters: paused,
  play: async ({ canvas, clock, id, page, server }) => {
    await canvas.findByText('open');
    const made = madeBy(id);
    for (const verb of ['offline', 'online'] as const) {
      page[verb]();
      await expect(await server.nextMessage()).toBe('ping');
      // What comes after the pong shows that it has arrived.
      await server.send(`after ${verb}`);
      await canvas.findByText(`after ${verb}`);
      await clock.advance(10_000);
      await expect(canvas.getByRole('status')).toHaveTextContent('open');
    }
    await expect(server.received).toHaveLength(2);
    await expect(madeBy(id)).toBe(made);
  },
});

/** Back online while it waits: it tries at once, and the next wait is a short one again. */
export const OnlineWhileWaiting = meta.story({
  args: { random: longest },
  parameters: paused,
  play: async ({ canvas, clock, id, page, server }) => {
    await canvas.findByText('open');
    await server.refuse();
    page.offline();
    await server.drop();
    // Refused three times, it waits up to 8.5 s.
    for (const waitMs of [1_500, 2_500, 4_500]) {
      await canvas.findByText(/^waiting/);
      await clock.advance(waitMs);
    }
    await canvas.findByText(/^waiting/);
    const made = madeBy(id);
    page.online();
    await expect(madeBy(id)).toBe(made + 1);
    // Refused once more: the wait is that of a first attempt, under 1.5 s.
    await waitFor(() => expect(ledger.sockets.at(-1)?.state).toBe('closed'));
    await clock.advance(1_500);
    await expect(madeBy(id)).toBe(made + 2);
  },
});

/** Back online while a handshake hangs: it is given up, and another one is made. */
export const OnlineWhileItHangs = meta.story({
  args: { serverState: 'connecting' },
  parameters: paused,
  play: async ({ canvas, id, page, server }) => {
    await server.nextConnection();
    const made = madeBy(id);
    page.offline();
    page.online();
    await server.accept();
    await expect(await canvas.findByText('open')).toBeVisible();
    await expect(madeBy(id)).toBe(made + 1);
    await waitFor(() => expect(server.open).toHaveLength(1));
  },
});
