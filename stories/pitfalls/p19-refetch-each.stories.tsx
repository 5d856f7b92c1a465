import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { forEachConnection, type Behaviour } from '../../mocks/behaviour.ts';
import { Price as Broken } from '../../src/pitfalls/p19-refetch-each/Broken.tsx';
import { Price as Fixed } from '../../src/pitfalls/p19-refetch-each/Fixed.tsx';
import { Pair } from './Pair.tsx';
import { pitfall } from './pitfall-page.tsx';
import { bothShow, expectFigures } from './sides.ts';

/** Says the price when it is asked. */
const tellsThePrice: Behaviour = forEachConnection((connection) =>
  connection.onMessage((data) => {
    if (data === 'get') void connection.send('101.25');
  }),
);

const meta = preview.meta({
  component: Pair,
  args: { url: 'wss://lab.test', Broken, Fixed },
  parameters: { ...pitfall('p19-refetch-each'), server: { behaviour: tellsThePrice } },
});

/** The server says a hundred times that the price has changed: one side asks it a hundred times. */
export const AHundredEvents = meta.story({
  play: async ({ canvas, server }) => {
    await waitFor(() => expect(server.open).toHaveLength(2));
    // What a silent server holds back leaves in one piece.
    await server.stall();
    for (let sent = 0; sent < 100; sent++) await server.send('changed');
    await server.resume();
    await bothShow(canvas, 'Price', '101.25');
    await expectFigures(canvas, 'p19-refetch-each');
  },
});
