import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { Subscriber as Broken } from '../../src/pitfalls/p14-send-before-open/Broken.tsx';
import { Subscriber as Fixed } from '../../src/pitfalls/p14-send-before-open/Fixed.tsx';
import { Pair } from './Pair.tsx';
import { pitfall } from './pitfall-page.tsx';
import { expectFigures, side } from './sides.ts';

const meta = preview.meta({
  component: Pair,
  args: { url: 'wss://lab.test', Broken, Fixed },
  parameters: pitfall('p14-send-before-open'),
});

/** The server takes its time with the handshake: what one side has said meanwhile is lost. */
export const BeforeTheHandshakeIsDone = meta.story({
  args: { serverState: 'connecting' },
  play: async ({ canvas, server }) => {
    await waitFor(() =>
      expect(side(canvas, 'Broken').getByLabelText('Thrown by send')).toHaveTextContent(/^3$/),
    );
    await server.accept();
    await waitFor(() =>
      expect(server.received).toEqual(['subscribe news', 'subscribe sport', 'subscribe weather']),
    );
    await expectFigures(canvas, 'p14-send-before-open');
  },
});
