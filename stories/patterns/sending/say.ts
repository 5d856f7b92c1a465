import type { StoryContext } from '@storybook/react-vite';
import { fireEvent } from 'storybook/test';

/** Sends each text by the pattern's form, all in one task: faster than the user types. */
export function say(canvas: StoryContext['canvas'], texts: readonly string[]): void {
  for (const text of texts) {
    void fireEvent.change(canvas.getByRole('textbox'), { target: { value: text } });
    void fireEvent.click(canvas.getByRole('button', { name: 'Send' }));
  }
}
