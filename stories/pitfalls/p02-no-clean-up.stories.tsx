import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { Price as Broken } from '../../src/pitfalls/p02-no-clean-up/Broken.tsx';
import { Price as Fixed } from '../../src/pitfalls/p02-no-clean-up/Fixed.tsx';
import { Pair } from './Pair.tsx';
import { pitfall } from './pitfall-page.tsx';
import { expectFigures } from './sides.ts';

const meta = preview.meta({
  component: Pair,
  args: { url: 'wss://lab.test', Broken, Fixed },
  parameters: {
    ...pitfall('p02-no-clean-up'),
    server: { leavesBehind: 'The broken one has no clean-up: that is its mistake.' },
  },
});

/** Both leave the page, as on a change of the route: one socket stays. */
export const Unmount = meta.story({
  play: async ({ canvas, server, userEvent }) => {
    // In StrictMode the broken one has two by now.
    await waitFor(() => expect(server.open.length).toBeGreaterThanOrEqual(2));
    await userEvent.click(canvas.getByRole('button', { name: 'Unmount both' }));
    await expectFigures(canvas, 'p02-no-clean-up');
  },
});
