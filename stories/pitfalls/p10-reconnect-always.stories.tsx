import preview from '#.storybook/preview';
import { Account as Broken } from '../../src/pitfalls/p10-reconnect-always/Broken.tsx';
import { Account as Fixed } from '../../src/pitfalls/p10-reconnect-always/Fixed.tsx';
import { Pair } from './Pair.tsx';
import { pitfall } from './pitfall-page.tsx';
import { bothShow, expectFigures } from './sides.ts';

const meta = preview.meta({
  component: Pair,
  args: {
    url: 'wss://lab.test',
    Broken,
    Fixed,
    // It accepts each connection, and closes it at once.
    serverState: 'closed' as const,
    closeCode: '1008',
  },
  parameters: {
    ...pitfall('p10-reconnect-always'),
    clock: 'paused',
    server: { warnings: ['loop'] },
  },
});

/** The server closes each connection with 1008, policy violation: one side takes that for an answer. */
export const TenSecondsOf1008 = meta.story({
  play: async ({ canvas, clock }) => {
    for (let seconds = 0; seconds < 10; seconds++) {
      await clock.advance(1_000);
      // Each attempt has ended before the next may come.
      await bothShow(canvas, 'Not closed', '0');
    }
    await expectFigures(canvas, 'p10-reconnect-always');
  },
});
