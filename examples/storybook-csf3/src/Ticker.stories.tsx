import type { Meta, StoryObj } from '@storybook/react-vite';
import { Ticker } from './Ticker';

const meta = {
  component: Ticker,
  args: { symbol: 'eur' },
  parameters: { server: { url: 'wss://api.example.com/*' } },
} satisfies Meta<typeof Ticker>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Rises: Story = {
  play: async ({ canvas, server }) => {
    await server.nextConnection();
    await server.send('101.25');
    await canvas.findByText('101.25');
  },
};

/** A cut cable: the page sees no `error`. */
export const Dropped: Story = {
  play: async ({ canvas, server }) => {
    await server.nextConnection();
    await server.drop();
    await canvas.findByText('(open, closed 1006 false)');
  },
};

/** A handshake that is refused never opens. */
export const Refused: Story = {
  parameters: { server: { controls: { serverState: 'error' } } },
  play: async ({ canvas }) => {
    await canvas.findByText('(error, closed 1006 false)');
  },
};
