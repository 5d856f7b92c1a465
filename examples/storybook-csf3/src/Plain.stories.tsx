import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';

/** Its address and its state are its own. */
function Plain(props: { readonly url: string }) {
  return <output aria-label="Props">{JSON.stringify(props)}</output>;
}

const meta = { component: Plain, args: { url: 'wss://plain.example.com' } } satisfies Meta<
  typeof Plain
>;

export default meta;

/** A story that asks for no server is as it was. */
export const Untouched: StoryObj<typeof meta> = {
  play: async ({ args, argTypes, canvas }) => {
    const text = '{"url":"wss://plain.example.com"}';
    await expect(canvas.getByLabelText('Props')).toHaveTextContent(text);
    await expect(Object.keys(args)).toEqual(['url']);
    await expect(Object.keys(argTypes)).toEqual(['url']);
  },
};
