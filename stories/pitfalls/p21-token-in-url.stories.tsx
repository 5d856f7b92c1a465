import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { readJson } from '../../src/connection/read-json.ts';
import { Login as Broken } from '../../src/pitfalls/p21-token-in-url/Broken.tsx';
import { Login as Fixed } from '../../src/pitfalls/p21-token-in-url/Fixed.tsx';
import { Pair } from './Pair.tsx';
import { pitfall } from './pitfall-page.tsx';
import { expectFigures } from './sides.ts';

const meta = preview.meta({
  component: Pair,
  args: { url: 'wss://lab.test', Broken, Fixed },
  parameters: { ...pitfall('p21-token-in-url'), server: { warnings: ['token'] } },
});

/** Both log in: look at the two URLs in the panel, which is what a proxy would write into its log. */
export const ALogin = meta.story({
  play: async ({ canvas, server }) => {
    await waitFor(() => expect(server.open).toHaveLength(2));
    // By a message the server has the token too.
    await waitFor(() =>
      expect(server.received.map((data) => readJson(data)['type'])).toEqual(['login']),
    );
    await expectFigures(canvas, 'p21-token-in-url');
  },
});
