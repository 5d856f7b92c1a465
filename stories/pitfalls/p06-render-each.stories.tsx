import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { Updates as Broken } from '../../src/pitfalls/p06-render-each/Broken.tsx';
import { Updates as Fixed } from '../../src/pitfalls/p06-render-each/Fixed.tsx';
import { Pair } from './Pair.tsx';
import { pitfall } from './pitfall-page.tsx';
import { expectFigures } from './sides.ts';

const meta = preview.meta({
  component: Pair,
  args: { url: 'wss://lab.test', Broken, Fixed },
  parameters: { ...pitfall('p06-render-each'), server: { warnings: ['render each'] } },
});

/** A thousand messages in half a second: one side renders a thousand times. */
export const AThousand = meta.story({
  play: async ({ canvas, server }) => {
    await waitFor(() => expect(server.open).toHaveLength(2));
    await server.stream('update', { perSecond: 2_000, count: 1_000 });
    await expectFigures(canvas, 'p06-render-each');
  },
});
