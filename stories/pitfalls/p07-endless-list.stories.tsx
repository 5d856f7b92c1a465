import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { Log as Broken } from '../../src/pitfalls/p07-endless-list/Broken.tsx';
import { Log as Fixed } from '../../src/pitfalls/p07-endless-list/Fixed.tsx';
import { Pair } from './Pair.tsx';
import { pitfall } from './pitfall-page.tsx';
import { expectFigures } from './sides.ts';

const meta = preview.meta({
  component: Pair,
  args: { url: 'wss://lab.test', Broken, Fixed },
  parameters: pitfall('p07-endless-list'),
});

/** A thousand lines: one side keeps the newest hundred. */
export const AThousand = meta.story({
  play: async ({ canvas, server }) => {
    await waitFor(() => expect(server.open).toHaveLength(2));
    await server.stream('line', { perSecond: 2_000, count: 1_000 });
    await expectFigures(canvas, 'p07-endless-list');
  },
});
