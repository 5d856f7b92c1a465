import preview from '#.storybook/preview';
import { Feed as Broken } from '../../src/pitfalls/p08-reset-on-open/Broken.tsx';
import { Feed as Fixed } from '../../src/pitfalls/p08-reset-on-open/Fixed.tsx';
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
    closeCode: '1013',
  },
  parameters: {
    ...pitfall('p08-reset-on-open'),
    clock: 'paused',
    server: { warnings: ['loop'] },
  },
});

/** The server accepts and closes at once, for a minute: one side asks it again and again. */
export const AMinuteOfOverload = meta.story({
  play: async ({ canvas, clock }) => {
    for (let seconds = 0; seconds < 60; seconds++) {
      await clock.advance(1_000);
      // Each attempt has ended before the next may come.
      await bothShow(canvas, 'Not closed', '0');
    }
    await expectFigures(canvas, 'p08-reset-on-open');
  },
});
