import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
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

/** The lab sees a socket that is made while React renders, in React 18 and 19. */
export const Rendering: Story = {
  parameters: { server: { warnings: ['rendering'], leavesBehind: 'It is the mistake.' } },
  render: () => <Careless />,
};

function Careless() {
  const [socket] = useState(() => new WebSocket('wss://api.example.com/careless'));
  return <p>{socket.url}</p>;
}

/** a11y has to find this image, which has no name. */
export const NoName: Story = {
  parameters: { a11y: { test: 'error' } },
  render: () => <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" />,
};
