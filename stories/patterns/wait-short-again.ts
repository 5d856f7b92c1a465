import type { StoryContext } from '@storybook/react-vite';
import { expect } from 'storybook/test';

/** What such a story needs: a refused handshake, a clock that it moves, and waits of 1 and 1.5 s. */
export const SHORT_AGAIN = {
  args: { serverState: 'error', random: () => 0.5 },
  parameters: { clock: 'paused' },
} as const;

/**
 * Two handshakes are refused, and the second wait is longer. After a message the next one is short again.
 *
 * @param proof what the server says then
 * @param shown the text by which the page shows it
 */
export function waitShortAgain(proof = 'proof', shown = proof) {
  return async ({ canvas, clock, server }: Pick<StoryContext, 'canvas' | 'clock' | 'server'>) => {
    await canvas.findByText(/^waiting 1006/);
    await clock.advance(1_000);
    await canvas.findByText(/^waiting 1006/);
    await server.accept();
    await clock.advance(1_499);
    await expect(canvas.getByRole('status')).toHaveTextContent('waiting 1006');
    await clock.advance(1);
    await canvas.findByText('open');
    await server.send(proof);
    await canvas.findByText(shown);
    await server.drop();
    await canvas.findByText(/^waiting 1006/);
    await clock.advance(999);
    await expect(canvas.getByRole('status')).toHaveTextContent('waiting 1006');
    await clock.advance(1);
    await expect(await canvas.findByText('open')).toBeVisible();
  };
}
