import preview from '#.storybook/preview';
import { Price as Broken } from '../../src/pitfalls/p23-closed-too-early/Broken.tsx';
import { Price as Fixed } from '../../src/pitfalls/p23-closed-too-early/Fixed.tsx';
import { Pair } from './Pair.tsx';
import { pitfall } from './pitfall-page.tsx';
import { expectFigures } from './sides.ts';

const meta = preview.meta({
  component: Pair,
  args: { url: 'wss://lab.test', Broken, Fixed },
  parameters: {
    ...pitfall('p23-closed-too-early'),
    server: {
      leavesBehind:
        'The broken one does not close a socket that still connects: that is its mistake.',
    },
  },
});

/** Both leave during the handshake, and it is done a moment later: one socket stays open. */
export const LeftDuringTheHandshake = meta.story({
  args: { serverState: 'connecting' },
  play: async ({ canvas, server, userEvent }) => {
    await server.nextConnection();
    await userEvent.click(canvas.getByRole('button', { name: 'Unmount both' }));
    await server.accept();
    await expectFigures(canvas, 'p23-closed-too-early');
  },
});
