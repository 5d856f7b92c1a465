import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { ledger } from '../../../mocks/ledger.ts';
import { ConnectTimeout } from '../../../src/patterns/13-connect-timeout/ConnectTimeout.tsx';
import { lesson } from '../../lesson/lesson-page.tsx';

const meta = preview.meta({
  component: ConnectTimeout,
  args: { url: 'wss://lab.test' },
  parameters: lesson('13-connect-timeout'),
});

const half = () => 0.5;
const paused = { clock: 'paused' } as const;
const statesOf = (id: string) =>
  ledger.sockets.filter(({ storyId }) => storyId === id).map(({ state }) => state);

/** The handshake is answered in time. */
export const Open = meta.story({
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('open')).toBeVisible();
  },
});

/** No one answers: after eight seconds the attempt is given up, and another one follows. */
export const NoAnswer = meta.story({
  args: { random: half, serverState: 'connecting' },
  parameters: paused,
  play: async ({ canvas, clock, id, server }) => {
    await clock.advance(7_999);
    await expect(canvas.getByRole('status')).toHaveTextContent('connecting');
    await clock.advance(1);
    await expect(canvas.getByRole('status')).toHaveTextContent('waiting 1006 no answer in time');
    await clock.advance(1_000);
    await expect(canvas.getByText('Attempt 2')).toBeVisible();
    // One at a time: the first has ended.
    await waitFor(() => expect(statesOf(id).slice(-2)).toEqual(['closed', 'connecting']));
    await clock.advance(8_000);
    await server.accept();
    await clock.advance(2_000);
    await expect(await canvas.findByText('open')).toBeVisible();
    await waitFor(() => expect(statesOf(id).slice(-3)).toEqual(['closed', 'closed', 'open']));
  },
});

/** The server answers the first handshake after it was given up: that changes nothing. */
export const LateAnswer = meta.story({
  args: { random: half, serverState: 'connecting' },
  parameters: paused,
  play: async ({ canvas, clock, server }) => {
    const first = await server.nextConnection();
    await clock.advance(8_000);
    await first.accept();
    await clock.advance(500);
    await expect(canvas.getByRole('status')).toHaveTextContent('waiting');
    await waitFor(() => expect(server.open).toHaveLength(0));
  },
});

/** Once it is open, the limit is no longer in force. */
export const OpenInTime = meta.story({
  args: { serverState: 'connecting' },
  parameters: paused,
  play: async ({ canvas, clock, id, server }) => {
    await clock.advance(7_900);
    await server.accept();
    await canvas.findByText('open');
    const made = statesOf(id).length;
    await clock.advance(60_000);
    await expect(canvas.getByRole('status')).toHaveTextContent('open');
    await expect(statesOf(id)).toHaveLength(made);
  },
});
