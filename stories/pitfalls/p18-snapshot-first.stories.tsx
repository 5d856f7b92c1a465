import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { forEachConnection, type Behaviour } from '../../mocks/behaviour.ts';
import { Seats as Broken } from '../../src/pitfalls/p18-snapshot-first/Broken.tsx';
import { Seats as Fixed } from '../../src/pitfalls/p18-snapshot-first/Fixed.tsx';
import { Pair } from './Pair.tsx';
import { expectFigures, pitfall } from './pitfall-page.tsx';

/** Takes a seat, at the server of the story that runs. */
let take = () => {};

/** Says how many seats are taken when it is asked, and each change to whoever has subscribed. */
const sellsSeats: Behaviour = (server) => {
  let taken = 0;
  const subscribers = new Set<() => void>();
  take = () => {
    taken += 1;
    for (const tell of subscribers) tell();
  };
  return forEachConnection((connection) => {
    const say = (type: string) =>
      void connection.send(JSON.stringify({ type, taken, version: taken + 1 }));
    const tell = () => say('change');
    const stop = connection.onMessage((data) => {
      if (data === 'get') say('snapshot');
      if (data === 'subscribe') subscribers.add(tell);
    });
    return () => {
      stop();
      subscribers.delete(tell);
    };
  })(server);
};

const meta = preview.meta({
  component: Pair,
  args: { url: 'wss://lab.test', Broken, Fixed },
  parameters: { ...pitfall('p18-snapshot-first'), server: { behaviour: sellsSeats } },
});

/** Three seats are taken while the snapshot is on its way: one side never hears of them. */
export const TakenMeanwhile = meta.story({
  args: { serverState: 'connecting' },
  play: async ({ canvas, server }) => {
    server.latencyMs = 300;
    await server.accept();
    await waitFor(() => expect(server.received.filter((data) => data === 'get')).toHaveLength(2));
    for (let seats = 0; seats < 3; seats++) take();
    await waitFor(() =>
      expect(server.received.filter((data) => data === 'subscribe')).toHaveLength(2),
    );
    await expectFigures(canvas, 'p18-snapshot-first');
  },
});
