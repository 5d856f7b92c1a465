/** Writes the picture that the README shows: a lesson's demo, while its pattern waits to connect again. */
import { join } from 'node:path';
import { ROOT } from '../child-process.ts';
import { launchBrowser } from '../launch-browser.ts';
import { serveBuiltStorybook } from '../storybook.ts';

const PICTURE = '.github/lab.png';
const SIZE = { width: 1280, height: 900 };
const PAGE = 'patterns-staying-connected-10-reconnect--docs';

const storybook = await serveBuiltStorybook();
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light' });
  await page.goto(`${storybook.url}?path=/docs/${PAGE}`);
  const demo = page
    .frameLocator('iframe[title="storybook-preview-iframe"]')
    .getByRole('region', { name: 'Live demo' });
  const status = demo.locator('[data-status]');
  const press = (name: string) => demo.getByRole('button', { name, exact: true }).click();
  await status.filter({ hasText: 'open' }).waitFor();
  await press('send');
  await demo.getByRole('listitem').filter({ hasText: 'Hello' }).first().waitFor();
  // Another attempt would be refused: it stays without a connection.
  await press('refuse');
  await press('drop');
  await demo.getByRole('timer').waitFor();
  await page.screenshot({ path: join(ROOT, PICTURE) });
  console.log(`Wrote ${PICTURE}`);
} finally {
  await browser.close();
  await storybook.close();
}
