import preview from '../.storybook/preview';
import { Ticker } from './Ticker';

const meta = preview.meta({
  component: Ticker,
  args: { symbol: 'eur' },
  parameters: { server: { url: 'wss://api.example.com/*' } },
});

export const Rises = meta.story({
  play: async ({ canvas, server }) => {
    await server.nextConnection();
    await server.send('101.25');
    await canvas.findByText('101.25');
  },
});
