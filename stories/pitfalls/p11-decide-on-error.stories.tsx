import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { Ending as Broken } from '../../src/pitfalls/p11-decide-on-error/Broken.tsx';
import { Ending as Fixed } from '../../src/pitfalls/p11-decide-on-error/Fixed.tsx';
import { Pair } from './Pair.tsx';
import { pitfall } from './pitfall-page.tsx';
import { expectFigures } from './sides.ts';

const meta = preview.meta({
  component: Pair,
  args: { url: 'wss://lab.test', Broken, Fixed },
  parameters: pitfall('p11-decide-on-error'),
});

/** The server closes with 1011, as it should: there is no `error`, and one side never hears of it. */
export const ServerError = meta.story({
  play: async ({ canvas, server }) => {
    await waitFor(() => expect(server.open).toHaveLength(2));
    await server.close(1011);
    await expectFigures(canvas, 'p11-decide-on-error');
  },
});
