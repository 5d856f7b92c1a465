import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { Asking as Broken } from '../../src/pitfalls/p16-promise-for-ever/Broken.tsx';
import { Asking as Fixed } from '../../src/pitfalls/p16-promise-for-ever/Fixed.tsx';
import { Pair } from './Pair.tsx';
import { pitfall } from './pitfall-page.tsx';
import { bothShow, buttonsOf, expectFigures } from './sides.ts';

const meta = preview.meta({
  component: Pair,
  args: { url: 'wss://lab.test', Broken, Fixed },
  parameters: pitfall('p16-promise-for-ever'),
});

/** Both have asked, and the cable is cut before the reply: one side waits for ever. */
export const TheCableIsCut = meta.story({
  play: async ({ canvas, server, userEvent }) => {
    await waitFor(() => expect(server.open).toHaveLength(2));
    for (const button of buttonsOf(canvas, 'Ask')) await userEvent.click(button);
    await bothShow(canvas, 'Waiting for a reply', '1');
    await server.drop();
    await expectFigures(canvas, 'p16-promise-for-ever');
  },
});
