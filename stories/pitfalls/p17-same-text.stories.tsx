import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { acceptsAndEchoes } from '../../mocks/behaviours.ts';
import { Chat as Broken } from '../../src/pitfalls/p17-same-text/Broken.tsx';
import { Chat as Fixed } from '../../src/pitfalls/p17-same-text/Fixed.tsx';
import { Pair } from './Pair.tsx';
import { pitfall } from './pitfall-page.tsx';
import { buttonsOf, expectFigures } from './sides.ts';

const meta = preview.meta({
  component: Pair,
  args: { url: 'wss://lab.test', Broken, Fixed },
  parameters: { ...pitfall('p17-same-text'), server: { behaviour: acceptsAndEchoes() } },
});

/** You say ok, and someone else says ok: one side shows one of the two. */
export const SomeoneElseSaysOk = meta.story({
  play: async ({ canvas, server, userEvent }) => {
    await waitFor(() => expect(server.open).toHaveLength(2));
    for (const button of buttonsOf(canvas, 'Say ok')) await userEvent.click(button);
    await waitFor(() => expect(server.received).toHaveLength(2));
    await server.send(JSON.stringify({ id: 'of someone else', text: 'ok' }));
    await expectFigures(canvas, 'p17-same-text');
  },
});
