import { expect } from 'storybook/test';
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
  tags: ['simulated-only'],
  parameters: paused,
  play: async ({ canvas, clock, page, server }) => {
    await clock.advance(100);
    await server.stall();
    page.offline();
    await clock.advance(1_900);
    await expect(canvas.getByRole('status')).toHaveTextContent('open');
    await clock.advance(200);
    await expect(canvas.getByRole('status')).toHaveTextContent('waiting 1006 the line is silent');
  },
});

/** The browser says offline, and the line works: nothing changes. */
export const FalseOffline = meta.story({
  tags: ['simulated-only'],
  parameters: paused,
  play: async ({ canvas, clock, id, page, server }) => {
    await clock.advance(100);
    const made = madeBy(id);
    page.offline();
    await clock.advance(10_000);
    page.online();
    await clock.advance(10_000);
    await expect(canvas.getByRole('status')).toHaveTextContent('open');
    await expect(server.received).toEqual(['ping', 'ping']);
    await expect(madeBy(id)).toBe(made);
  },
});

/** Back online while it waits: it tries at once, and the next wait is a short one again. */
export const OnlineWhileWaiting = meta.story({
  tags: ['simulated-only'],
  args: { random: longest },
  parameters: paused,
  play: async ({ canvas, clock, page, server }) => {
    await clock.advance(100);
    await server.refuse();
    page.offline();
    await server.drop();
    await clock.advance(60_000);
    await expect(canvas.getByRole('status')).toHaveTextContent('waiting');
    const before = server.connections.length;
    page.online();
    await clock.advance(100);
    await expect(server.connections).toHaveLength(before + 1);
    // Refused once more: the wait is that of a first attempt, under 1.5 s.
    await clock.advance(1_500);
    await expect(server.connections).toHaveLength(before + 2);
  },
});

/** Back online while a handshake hangs: it is given up, and another one is made. */
export const OnlineWhileItHangs = meta.story({
  tags: ['simulated-only'],
  args: { serverState: 'connecting' },
  parameters: paused,
  play: async ({ canvas, clock, id, page, server }) => {
    await clock.advance(100);
    const made = madeBy(id);
    page.offline();
    page.online();
    await server.accept();
    await clock.advance(100);
    await expect(canvas.getByRole('status')).toHaveTextContent('open');
    await expect(madeBy(id)).toBe(made + 1);
    await expect(server.open).toHaveLength(1);
  },
});
