/** Writes the picture that the README shows: a pattern after a short conversation with its server. */
import { join } from 'node:path';
import { ROOT } from '../child-process.ts';
import { launchBrowser } from '../launch-browser.ts';
import { serveBuiltStorybook } from '../storybook.ts';

const PICTURE = '.github/lab.png';
const SIZE = { width: 1280, height: 800 };
const STORY = 'patterns-basics-02-state-button--open';
const SENT = ['hello', 'is anybody there?'];

const storybook = await serveBuiltStorybook();
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light' });
  await page.goto(`${storybook.url}?path=/story/${STORY}`);
  const story = page.frameLocator('iframe[title="storybook-preview-iframe"]');
  const send = story.getByRole('button', { name: 'Send' });
  for (const text of SENT) {
    await story.getByRole('textbox', { name: 'Message' }).fill(text);
    await send.click();
    await story.getByRole('listitem').filter({ hasText: text }).waitFor();
  }
  await page.screenshot({ path: join(ROOT, PICTURE) });
  console.log(`Wrote ${PICTURE}`);
} finally {
  await browser.close();
  await storybook.close();
}
