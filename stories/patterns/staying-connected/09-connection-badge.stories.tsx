import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { ledger } from '../../../mocks/ledger.ts';
import { ConnectionBadge } from '../../../src/patterns/09-connection-badge/ConnectionBadge.tsx';
import { lesson } from '../../lesson/lesson-page.tsx';

const meta = preview.meta({
  component: ConnectionBadge,
  args: { url: 'wss://lab.test' },
  parameters: lesson('09-connection-badge'),
});

const shortest = () => 0;
const madeBy = (id: string) => ledger.sockets.filter(({ storyId }) => storyId === id).length;
const paused = { clock: 'paused' } as const;

/** Everything that the live region has said so far, in order. */
function listenTo(canvasElement: HTMLElement): string[] {
  // No role is for it: Testing Library finds live regions by their role only.
  // eslint-disable-next-line testing-library/no-node-access -- as above
  const region = canvasElement.querySelector('[aria-live="polite"]');
  if (!region) throw new Error('There is no polite live region.');
  const said: string[] = [];
  new MutationObserver(() => said.push(region.textContent)).observe(region, {
    childList: true,
    characterData: true,
    subtree: true,
  });
  return said;
}

/** The socket is open, and there is nothing to say. */
export const Open = meta.story({
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('open')).toBeVisible();
  },
});

/** Lost and back within a second: the user hears nothing of it. */
export const ShortLoss = meta.story({
  args: { random: shortest },
  parameters: paused,
  play: async ({ canvas, canvasElement, clock, server }) => {
    await canvas.findByText('open');
    const said = listenTo(canvasElement);
    await server.drop();
    await canvas.findByText(/^waiting/);
    await clock.advance(1_000);
    await expect(await canvas.findByText('open')).toBeVisible();
    await clock.advance(10_000);
    await expect(said).toEqual([]);
  },
});

/** Lost for six seconds: told once after five, and told at once that it is back. */
export const LongLoss = meta.story({
  args: { random: shortest },
  parameters: paused,
  play: async ({ canvas, canvasElement, clock, server }) => {
    await canvas.findByText('open');
    const said = listenTo(canvasElement);
    await server.hold();
    await server.drop();
    await canvas.findByText(/^waiting/);
    await clock.advance(4_900);
    await expect(said).toEqual([]);
    await clock.advance(1_100);
    await expect(said).toEqual(['The connection is lost. Trying again.']);
    await server.accept();
    await canvas.findByText('open');
    await waitFor(() =>
      expect(said).toEqual(['The connection is lost. Trying again.', 'The connection is back.']),
    );
  },
});

/** The server ends it for good, with 4001: told at once. */
export const Ended = meta.story({
  parameters: paused,
  play: async ({ canvas, canvasElement, clock, id, server }) => {
    await canvas.findByText('open');
    const made = madeBy(id);
    const said = listenTo(canvasElement);
    await server.close(4001, 'session over');
    await canvas.findByText('closed 4001 session over');
    await clock.advance(60_000);
    await expect(said).toEqual(['The connection has ended. Reload the page to go on.']);
    await expect(madeBy(id)).toBe(made);
  },
});
