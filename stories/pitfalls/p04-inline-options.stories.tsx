import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { Price as Broken } from '../../src/pitfalls/p04-inline-options/Broken.tsx';
import { Price as Fixed } from '../../src/pitfalls/p04-inline-options/Fixed.tsx';
import { Pair } from './Pair.tsx';
import { pitfall } from './pitfall-page.tsx';
import { expectFigures } from './sides.ts';

const meta = preview.meta({
  component: Pair,
  args: { url: 'wss://lab.test', Broken, Fixed },
  parameters: pitfall('p04-inline-options'),
});

/** Ten renders in which nothing has changed: one side connects again in each. */
export const TenRenders = meta.story({
  play: async ({ canvas, server, userEvent }) => {
    await waitFor(() => expect(server.open).toHaveLength(2));
    const renderAgain = canvas.getByRole('button', { name: 'Render again' });
    for (let renders = 0; renders < 10; renders++) await userEvent.click(renderAgain);
    await expectFigures(canvas, 'p04-inline-options');
  },
});
