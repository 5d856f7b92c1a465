import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { forEachConnection, type Behaviour } from '../../mocks/behaviour.ts';
import { Seats as Broken } from '../../src/pitfalls/p18-snapshot-first/Broken.tsx';
import { Seats as Fixed } from '../../src/pitfalls/p18-snapshot-first/Fixed.tsx';
import { Pair } from './Pair.tsx';
import { pitfall } from './pitfall-page.tsx';
import { expectFigures } from './sides.ts';

/** The server of the story that runs. */
let box: { take(): void; answer(): void };

/** Knows the seats when it is asked, and says them when it gets to it; each change to whoever has subscribed. */
const sellsSeats: Behaviour = (server) => {
  let taken = 0;
  let answers: (() => void)[] = [];
  const subscribers = new Set<() => void>();
  box = {
    take() {
      taken += 1;
      for (const tell of subscribers) tell();
    },
    answer() {
      for (const answer of answers) answer();
      answers = [];
    },
  };
  return forEachConnection((connection) => {
    const written = (type: string) => JSON.stringify({ type, taken, version: taken + 1 });
    const tell = () => void connection.send(written('change'));
    const stop = connection.onMessage((data) => {
      if (data === 'subscribe') subscribers.add(tell);
      if (data !== 'get') return;
      const snapshot = written('snapshot');
      answers.push(() => void connection.send(snapshot));
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
  play: async ({ canvas, server }) => {
    const said = (words: string) => server.received.filter((data) => data === words);
    await waitFor(() => expect(said('get')).toHaveLength(2));
    for (let seats = 0; seats < 3; seats++) box.take();
    box.answer();
    await waitFor(() => expect(said('subscribe')).toHaveLength(2));
    await expectFigures(canvas, 'p18-snapshot-first');
  },
});
