import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { Others as Broken } from '../../src/pitfalls/p22-goodbye/Broken.tsx';
import { Others as Fixed } from '../../src/pitfalls/p22-goodbye/Fixed.tsx';
import { Pair } from './Pair.tsx';
import { expectFigures, pitfall, side } from './pitfall-page.tsx';

const meta = preview.meta({
  component: Pair,
  args: { url: 'wss://lab.test', Broken, Fixed },
  parameters: pitfall('p22-goodbye'),
});

/** Ann says goodbye and leaves, and Bob’s cable is cut: on one side Bob stays for ever. */
export const OneLosesItsLine = meta.story({
  play: async ({ canvas, server }) => {
    await waitFor(() => expect(server.open).toHaveLength(2));
    const say = (type: string, name: string) => server.send(JSON.stringify({ type, name }));
    await say('hello', 'Ann');
    await say('hello', 'Bob');
    for (const name of ['Broken', 'Fixed'] as const) {
      await waitFor(() =>
        expect(side(canvas, name).getByLabelText('Shown as there')).toHaveTextContent(/^2$/),
      );
    }
    await say('goodbye', 'Ann');
    // What the server sees by itself.
    await say('gone', 'Ann');
    await say('gone', 'Bob');
    await expectFigures(canvas, 'p22-goodbye');
  },
});
