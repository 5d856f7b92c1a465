/** Leaving: however fast a page is left, no socket of a simulated story touches the network. */
import type { Page } from 'playwright';
import { onTestFinished } from 'vitest';
import { expect, openAlone, test } from './lab.ts';

const DOCS = 'patterns-basics-01-use-effect--docs';
const NEXT = 'protocol-handshake--step-by-step';

/** Opens a Docs page, and leaves it for a story so many frames after it shows. */
async function leaveAfter(page: Page, frames: number): Promise<void> {
  await page.evaluate(
    async ({ frames, docs, next }) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const channel = Reflect.get(window, '__STORYBOOK_ADDONS_CHANNEL__') as {
        emit(event: string, what: object): void;
      };
      channel.emit('setCurrentStory', { storyId: docs, viewMode: 'docs' });
      while (!document.querySelector('#storybook-docs .stage')) await frame();
      for (let count = 0; count < frames; count++) await frame();
      channel.emit('setCurrentStory', { storyId: next, viewMode: 'story' });
    },
    { frames, docs: DOCS, next: NEXT },
  );
}

test('a Docs page', async ({ page }) => {
  const dialled: string[] = [];
  const onSocket = (socket: { url(): string }) => dialled.push(socket.url());
  page.on('websocket', onSocket);
  onTestFinished(() => void page.off('websocket', onSocket));
  await openAlone(page, 'story', NEXT);
  for (const frames of [0, 1, 2, 4, 8, 16]) {
    await leaveAfter(page, frames);
    await expect(page.locator('#storybook-root > *').first()).toBeVisible();
  }
  expect(dialled).toEqual([]);
});
