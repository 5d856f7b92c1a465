import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { Chat } from './Chat';

const meta = {
  component: Chat,
  args: { room: 'lobby', message: 'Hello' },
  parameters: { server: { url: 'wss://chat.example.com/*' } },
} satisfies Meta<typeof Chat>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The class that a module has kept is simulated, with each verb, beside MSW’s HTTP. */
export const Restarts: Story = {
  play: async ({ canvas, server }) => {
    const { url } = await server.nextConnection();
    await expect(url).toBe('wss://chat.example.com/v2/lobby/websocket?vsn=2');
    await server.send('welcome');
    await canvas.findByText('welcome');
    await canvas.findByText('Hello, Ada');
    await server.close(1012, 'restart');
    await canvas.findByText('closed 1012');
  },
};

/** The arguments of the server are none of the component’s, which gives the rest to its element. */
export const Props: Story = {
  play: async ({ canvas, server }) => {
    await server.nextConnection();
    const names = canvas.getByRole('region').getAttributeNames();
    await expect(names).toEqual(['aria-label']);
    await canvas.findByText('Hello, Ada');
  },
};

/** Two servers, each with a name. */
export const Named: Story = {
  parameters: {
    server: { url: { chat: 'wss://chat.example.com/*', prices: 'wss://prices.example.com/*' } },
  },
  play: async ({ canvas, server }) => {
    await server.chat?.nextConnection();
    await server.chat?.send('by name');
    await canvas.findByText('by name');
    await expect(server.prices?.connections).toEqual([]);
  },
};
