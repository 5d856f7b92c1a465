import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { forEachConnection, type Behaviour } from '../../mocks/behaviour.ts';
import { NumberedLog } from '../../mocks/protocol-servers/numbered-log.ts';
import { readJson } from '../../src/connection/read-json.ts';
import { Tab as Broken } from '../../src/pitfalls/p24-hole-after-reveal/Broken.tsx';
import { Tab as Fixed } from '../../src/pitfalls/p24-hole-after-reveal/Fixed.tsx';
import { Pair } from './Pair.tsx';
import { pitfall } from './pitfall-page.tsx';
import { bothShow, buttonsOf, expectFigures } from './sides.ts';

/** What the server of the story that runs has logged. */
let log = new NumberedLog();

const addTo = (count: number) => {
  while (log.latest < count) log.add(`event ${log.latest + 1}`);
};

/** Sends each event from now on to who follows, and first those after the one that it names. */
const followed: Behaviour = (server) => {
  log = new NumberedLog();
  return forEachConnection((connection) => {
    let stopFollowing = () => {};
    const stop = connection.onMessage((data) => {
      const { type, since } = readJson(data);
      if (type !== 'follow') return;
      const tell = ({ seq }: { readonly seq: number }) =>
        void connection.send(JSON.stringify({ type: 'event', seq }));
      if (typeof since === 'number') log.since(since)?.forEach(tell);
      stopFollowing = log.onAdd(tell);
    });
    return () => {
      stop();
      stopFollowing();
    };
  })(server);
};

const meta = preview.meta({
  component: Pair,
  args: { url: 'wss://lab.test', Broken, Fixed },
  parameters: { ...pitfall('p24-hole-after-reveal'), server: { behaviour: followed } },
});

/** Both are hidden, three events happen, and both are shown again: on one side they are missing. */
export const HiddenForThreeEvents = meta.story({
  play: async ({ canvas, server, userEvent }) => {
    await waitFor(() => expect(server.open).toHaveLength(2));
    addTo(2);
    const newest = async (seq: number) => {
      await bothShow(canvas, 'Newest', `${seq}`);
    };
    await newest(2);
    for (const button of buttonsOf(canvas, 'Hide')) await userEvent.click(button);
    await waitFor(() => expect(server.open).toHaveLength(0));
    addTo(5);
    for (const button of buttonsOf(canvas, 'Show')) await userEvent.click(button);
    await waitFor(() =>
      expect(server.received.filter((data) => readJson(data)['type'] === 'follow')).toHaveLength(4),
    );
    addTo(6);
    await newest(6);
    await expectFigures(canvas, 'p24-hole-after-reveal');
  },
});
