import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { Header } from './Header.tsx';

const meta = {
  component: Header,
  tags: ['autodocs'],
  parameters: { layout: 'fullscreen' },
  args: { onLogin: fn(), onLogout: fn(), onSignUp: fn() },
} satisfies Meta<typeof Header>;

export default meta;
type Story = StoryObj<typeof meta>;

export const LoggedIn: Story = { args: { userName: 'Ada' } };
export const LoggedOut: Story = {};
