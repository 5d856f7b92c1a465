import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { answersPings } from '../../mocks/behaviours.ts';
import { Beating as Broken } from '../../src/pitfalls/p13-chained-timers/Broken.tsx';
import { Beating as Fixed } from '../../src/pitfalls/p13-chained-timers/Fixed.tsx';
import { Pair } from './Pair.tsx';
import { pitfall } from './pitfall-page.tsx';
import { expectFigures } from './sides.ts';

const meta = preview.meta({
  component: Pair,
  args: { url: 'wss://lab.test', Broken, Fixed },
  parameters: {
    ...pitfall('p13-chained-timers'),
    clock: 'paused',
    server: { behaviour: answersPings() },
  },
});

/** The tab goes to the back for ten minutes: one side beats once a minute after the first five. */
export const TenMinutesHidden = meta.story({
  // The page is not really hidden, so only the virtual clock slows its timers down.
  tags: ['simulated-only'],
  play: async ({ canvas, clock, page, server }) => {
    await waitFor(() => expect(server.open).toHaveLength(2));
    page.hide();
    await clock.advance(600_000);
    await expectFigures(canvas, 'p13-chained-timers');
  },
});
