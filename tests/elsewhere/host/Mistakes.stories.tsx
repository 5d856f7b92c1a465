import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';

function Careless() {
  const [socket] = useState(() => new WebSocket('wss://api.example.com/careless'));
  return <p>{socket.url}</p>;
}

const meta = {
  component: Careless,
  parameters: { server: { url: 'wss://api.example.com/*' } },
} satisfies Meta<typeof Careless>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The lab sees a socket that is made while React renders, in React 18 and 19. */
export const Rendering: Story = {
  parameters: { server: { warnings: ['rendering'], leavesBehind: 'It is the mistake.' } },
};

/** a11y has to find this image, which has no name. */
export const Nameless: Story = {
  parameters: { a11y: { test: 'error' } },
  render: () => <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" />,
};
