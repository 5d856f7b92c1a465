import type { Meta, StoryObj } from '@storybook/react-vite';
import { useEffect, useState } from 'react';
import { connect } from './kept';

function Greeting() {
  const [text, setText] = useState('…');
  useEffect(() => {
    const socket = connect('wss://api.example.com/greeting');
    socket.onmessage = ({ data }) => setText(String(data));
    return () => socket.close();
  }, []);
  return <p>{text}</p>;
}

const meta = {
  component: Greeting,
  parameters: { server: { url: 'wss://api.example.com/*' } },
} satisfies Meta<typeof Greeting>;

export default meta;

/** The class that a module has kept is the simulated one. */
export const Kept: StoryObj<typeof meta> = {
  play: async ({ canvas, server }) => {
    await server.nextConnection();
    await server.send('welcome');
    await canvas.findByText('welcome');
  },
};
