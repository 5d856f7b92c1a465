import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { Others as Broken } from '../../src/pitfalls/p22-goodbye/Broken.tsx';
import { Others as Fixed } from '../../src/pitfalls/p22-goodbye/Fixed.tsx';
import { Pair } from './Pair.tsx';
import { pitfall } from './pitfall-page.tsx';
import { bothShow, expectFigures } from './sides.ts';

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
    await bothShow(canvas, 'Shown as there', '2');
    await say('goodbye', 'Ann');
    // What the server sees by itself.
    await say('gone', 'Ann');
    await say('gone', 'Bob');
    await expectFigures(canvas, 'p22-goodbye');
  },
});
