import type { Meta, StoryObj } from '@storybook/react-vite';
// eslint-disable-next-line storybook/use-storybook-testing-library -- as some projects have it
import ownUserEvent from '@testing-library/user-event';
import { LeftClock } from 'left-clock';
import { useEffect } from 'react';

function Leaving() {
  useEffect(() => {
    setInterval(() => undefined, 60_000);
    new WebSocket('wss://api.example.com/left');
  }, []);
  return <button type="button">It leaves a timer and a socket.</button>;
}

const meta = {
  component: Leaving,
  parameters: { server: { url: 'wss://api.example.com/*' } },
} satisfies Meta<typeof Leaving>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The check of what is left behind finds both. */
export const Own: Story = {};

/** What a package leaves is not the project’s. */
export const Package: Story = { render: () => <LeftClock /> };

/** Nor is what Testing Library leaves when a play function calls it, Storybook’s or the project’s. */
export const Tool: Story = {
  render: () => <button type="button">Press</button>,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button'));
    await ownUserEvent.setup().click(canvas.getByRole('button'));
  },
};
