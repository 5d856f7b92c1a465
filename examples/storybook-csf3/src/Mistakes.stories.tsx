import type { Meta, StoryObj } from '@storybook/react-vite';
import { useEffect } from 'react';

function Leaking() {
  useEffect(() => {
    new WebSocket('wss://chat.example.com/leaked');
  }, []);
  return <p>It leaves its socket open.</p>;
}

const meta = {
  component: Leaking,
  parameters: { server: { url: 'wss://chat.example.com/*' } },
} satisfies Meta<typeof Leaking>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The check of what is left behind finds the socket. */
export const Leaks: Story = {};

/** a11y finds the image, which the story must still show when it looks. */
export const NoName: Story = {
  render: () => <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" />,
};
