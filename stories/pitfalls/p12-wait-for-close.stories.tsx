import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { Ticker as Broken } from '../../src/pitfalls/p12-wait-for-close/Broken.tsx';
import { Ticker as Fixed } from '../../src/pitfalls/p12-wait-for-close/Fixed.tsx';
import { Pair } from './Pair.tsx';
import { pitfall } from './pitfall-page.tsx';
import { expectFigures } from './sides.ts';

const meta = preview.meta({
  component: Pair,
  args: { url: 'wss://lab.test', Broken, Fixed },
  parameters: { ...pitfall('p12-wait-for-close'), clock: 'paused' },
});

/** The line goes silent, and nothing answers, not even the Close frame: one side waits for that. */
export const ASilentLine = meta.story({
  // How long the browser waits for the other Close frame, it does by a clock of its own.
  tags: ['simulated-only'],
  play: async ({ canvas, clock, server }) => {
    await waitFor(() => expect(server.open).toHaveLength(2));
    await server.stall();
    await clock.advance(100_000);
    await expectFigures(canvas, 'p12-wait-for-close');
  },
});
