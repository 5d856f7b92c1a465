import { expect, within } from 'storybook/test';
import preview from '#.storybook/preview';
import { UseEffectSocket } from '../../src/patterns/01-use-effect/UseEffectSocket.tsx';

const meta = preview.meta({
  // It is here for the panel below it, and has no page of its own.
  tags: ['!autodocs'],
  parameters: {
    server: { url: { prices: 'wss://prices.test/*', chat: 'wss://chat.test/*' } },
  },
  render: () => (
    <>
      <section aria-label="prices">
        <h2>prices</h2>
        <UseEffectSocket url="wss://prices.test/eur" />
      </section>
      <section aria-label="chat">
        <h2>chat</h2>
        <UseEffectSocket url="wss://chat.test/lobby" />
      </section>
    </>
  ),
});

/** Two servers, each with a name. Drive, in the panel, acts on both, or on the one that is chosen. */
export const TwoServers = meta.story({
  play: async ({ canvas, server }) => {
    const prices = within(canvas.getByRole('region', { name: 'prices' }));
    const chat = within(canvas.getByRole('region', { name: 'chat' }));
    await prices.findByText('open');
    await chat.findByText('open');
    await server.prices?.send('101.25');
    await prices.findByText('101.25');
    await expect(chat.queryByRole('listitem')).toBeNull();
  },
});
