import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { Converter as Broken } from '../../src/pitfalls/p03-old-state/Broken.tsx';
import { Converter as Fixed } from '../../src/pitfalls/p03-old-state/Fixed.tsx';
import { Pair } from './Pair.tsx';
import { pitfall } from './pitfall-page.tsx';
import { buttonsOf, expectFigures } from './sides.ts';

const meta = preview.meta({
  component: Pair,
  args: { url: 'wss://lab.test', Broken, Fixed },
  parameters: pitfall('p03-old-state'),
});

/** The user chooses another rate, and then a price comes: one side still counts with the old one. */
export const AnotherRate = meta.story({
  play: async ({ canvas, server, userEvent }) => {
    await waitFor(() => expect(server.open).toHaveLength(2));
    for (const button of buttonsOf(canvas, 'Rate 2')) await userEvent.click(button);
    await server.send('10');
    await expectFigures(canvas, 'p03-old-state');
  },
});
