import type { Meta, StoryObj } from '@storybook/react-vite';
import { useEffect, useState } from 'react';
import { expect } from 'storybook/test';

/** The events of a socket that is made by the page's own `WebSocket`, whatever that is by now. */
function Events() {
  const [events, setEvents] = useState<readonly string[]>([]);

  useEffect(() => {
    const socket = new WebSocket('wss://api.example.com/events');
    const add = (text: string) => setEvents((all) => [...all, text]);
    socket.onopen = () => add('open');
    socket.onerror = () => add('error');
    socket.onclose = ({ code, wasClean }) => add(`close ${code} ${wasClean}`);
    return () => {
      socket.onopen = socket.onerror = socket.onclose = null;
      socket.close();
    };
  }, []);

  return <output aria-label="Events">{events.join(', ')}</output>;
}

const meta = {
  component: Events,
  parameters: { server: { url: 'wss://api.example.com/*' } },
} satisfies Meta<typeof Events>;

export default meta;
type Story = StoryObj<typeof meta>;

/** A cut cable makes no `error`, also where MSW's worker has put its own class on the page. */
export const Dropped: Story = {
  play: async ({ canvas, server }) => {
    await server.nextConnection();
    await server.drop();
    await expect(await canvas.findByText(/close/)).toHaveTextContent('open, close 1006 false');
  },
};

/** A refused handshake never opens. */
export const Refused: Story = {
  parameters: { server: { controls: { serverState: 'error' } } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/close/)).toHaveTextContent('error, close 1006 false');
  },
};
