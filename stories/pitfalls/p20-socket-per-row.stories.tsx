import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { Shares as Broken } from '../../src/pitfalls/p20-socket-per-row/Broken.tsx';
import { Shares as Fixed } from '../../src/pitfalls/p20-socket-per-row/Fixed.tsx';
import { Pair } from './Pair.tsx';
import { pitfall } from './pitfall-page.tsx';
import { expectFigures } from './sides.ts';

const meta = preview.meta({
  component: Pair,
  args: { url: 'wss://lab.test', Broken, Fixed },
  parameters: pitfall('p20-socket-per-row'),
});

/** Twenty rows on each side: one has a socket for each. */
export const TwentyRows = meta.story({
  play: async ({ canvas, server }) => {
    await waitFor(() => expect(server.open).toHaveLength(21));
    await server.send('101.25');
    await waitFor(() => expect(canvas.getAllByText('101.25')).toHaveLength(40));
    await expectFigures(canvas, 'p20-socket-per-row');
  },
});
