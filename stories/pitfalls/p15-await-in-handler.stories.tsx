import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { Lines as Broken } from '../../src/pitfalls/p15-await-in-handler/Broken.tsx';
import { Lines as Fixed } from '../../src/pitfalls/p15-await-in-handler/Fixed.tsx';
import { Pair } from './Pair.tsx';
import { pitfall } from './pitfall-page.tsx';
import { bothShow, expectFigures } from './sides.ts';

const meta = preview.meta({
  component: Pair,
  args: { url: 'wss://lab.test', Broken, Fixed },
  parameters: pitfall('p15-await-in-handler'),
});

/** Twenty lines at once, in bytes and in text by turns: on one side the text overtakes the bytes. */
export const TextBehindBytes = meta.story({
  play: async ({ canvas, server }) => {
    await waitFor(() => expect(server.open).toHaveLength(2));
    // What a silent server holds back leaves in one piece.
    await server.stall();
    for (let line = 1; line <= 20; line++) {
      const text = `line ${line}`;
      await server.send(line % 2 === 1 ? new TextEncoder().encode(text).buffer : text);
    }
    await server.resume();
    await bothShow(canvas, 'Lines', '20');
    await expectFigures(canvas, 'p15-await-in-handler');
  },
});
