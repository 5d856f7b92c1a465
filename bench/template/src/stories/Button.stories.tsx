import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { Button } from './Button.tsx';

const meta = {
  component: Button,
  parameters: { layout: 'centered' },
  tags: ['autodocs'],
  argTypes: { backgroundColor: { control: 'color' } },
  args: { label: 'Press', onClick: fn() },
} satisfies Meta<typeof Button>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Primary: Story = { args: { isPrimary: true } };
export const Secondary: Story = {};
export const Large: Story = { args: { size: 'large' } };
export const Small: Story = { args: { size: 'small' } };
