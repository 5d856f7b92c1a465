import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
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
    const { url } = await server.nextConnection();
    await expect(url).toBe('wss://api.example.com/prices/eur');
    await server.send('101.25');
    await expect(await canvas.findByText('101.25')).toBeVisible();
  },
};

/** a11y has to find this image, which has no name. */
export const NoName: Story = {
  parameters: { a11y: { test: 'error' } },
  render: () => <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" />,
};
