import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { Clients as Broken } from '../../src/pitfalls/p09-no-jitter/Broken.tsx';
import { Clients as Fixed } from '../../src/pitfalls/p09-no-jitter/Fixed.tsx';
import { Pair } from './Pair.tsx';
import { pitfall } from './pitfall-page.tsx';
import { expectFigures, side } from './sides.ts';

const meta = preview.meta({
  component: Pair,
  args: { url: 'wss://lab.test', Broken, Fixed },
  parameters: { ...pitfall('p09-no-jitter'), clock: 'paused' },
});

/** The server restarts: of 200 clients, on one side all come back in the same moment. */
export const ARestart = meta.story({
  play: async ({ canvas, clock, server }) => {
    await waitFor(() => expect(server.open).toHaveLength(2));
    await server.close(1012);
    for (const name of ['Broken', 'Fixed'] as const) {
      await waitFor(async () => {
        await clock.advance(1_000);
        await expect(side(canvas, name).getByLabelText('Back')).toHaveTextContent(/^200$/);
      });
    }
    await expectFigures(canvas, 'p09-no-jitter');
  },
});
