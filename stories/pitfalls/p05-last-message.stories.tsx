import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { Orders as Broken } from '../../src/pitfalls/p05-last-message/Broken.tsx';
import { Orders as Fixed } from '../../src/pitfalls/p05-last-message/Fixed.tsx';
import { Pair } from './Pair.tsx';
import { pitfall } from './pitfall-page.tsx';
import { expectFigures } from './sides.ts';

const meta = preview.meta({
  component: Pair,
  args: { url: 'wss://lab.test', Broken, Fixed },
  parameters: pitfall('p05-last-message'),
});

/** 200 orders arrive at once: one side handles each, the other a few. */
export const TwoHundredAtOnce = meta.story({
  play: async ({ canvas, server }) => {
    await waitFor(() => expect(server.open).toHaveLength(2));
    // What a silent server holds back leaves in one piece.
    await server.stall();
    for (let sent = 1; sent <= 200; sent++) await server.send(`order ${sent}`);
    await server.resume();
    await expectFigures(canvas, 'p05-last-message');
  },
});
