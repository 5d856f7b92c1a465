/** The page that compares the libraries: a cell opens to what happened, and to a live story of it. */
import { inject } from 'vitest';
import { columns } from '../../stories/libraries/columns.ts';
import { FINDINGS } from '../../stories/libraries/findings.ts';
import { RESULTS } from '../../stories/libraries/read-results.ts';
import { control, expect, preview, test } from './lab.ts';

const pageOf = (id: string) => `${inject('storybookUrl')}?path=/docs/libraries-${id}--docs`;

test('a cell opens to what happened, and to the same live', async ({ page }) => {
  await page.goto(pageOf('compared'));
  const frame = preview(page);
  const cells = Object.values(RESULTS.cells).flatMap((rows) => Object.keys(rows));
  await expect(frame.locator('.matrix tbody button')).toHaveCount(cells.length);
  await expect(frame.locator('.matrix thead th[scope=col]')).toHaveCount(columns.length);

  const cell = frame.getByRole('button', { name: /^Phoenix, defaults, Unmounted .*: in part, / });
  await cell.focus();
  await page.keyboard.press('Enter');
  const dialog = frame.getByRole('dialog', { name: 'Phoenix: Unmounted at five moments' });
  await expect(dialog.locator('.verdict')).toHaveText('20 listeners in part');
  await expect(dialog.getByRole('list', { name: 'Sequence' })).toContainText(
    '101 Switching Protocols',
  );
  await page.keyboard.press('Escape');
  await expect(frame.locator('dialog')).toHaveCount(0);
  await expect(cell).toBeFocused();

  await page.keyboard.press('Enter');
  await dialog.getByRole('link', { name: 'See it live' }).click();
  await page.waitForURL(/libraries-live--phoenix/);
  await expect(frame.locator('.verdict')).toHaveText('20 listeners in part');

  // Another scenario, on the story that is there.
  await page.getByRole('tab', { name: /^Controls/ }).click();
  await control(page, 'scenario').getByRole('combobox').selectOption('stall');
  await expect(frame.locator('.live h2')).toHaveText('Phoenix: The line goes silent');
  // A story before it has moved the clock: tenths of a second may differ from what was recorded.
  await expect(frame.locator('.verdict')).toHaveText(/^6\d\.\d s in part$/);
});

test('each finding has its story', async ({ page }) => {
  await page.goto(pageOf('what-we-found'));
  const links = preview(page).getByRole('link', { name: 'The story' });
  await expect(links).toHaveCount(FINDINGS.length);
  const index = (await (await fetch(`${inject('storybookUrl')}index.json`)).json()) as {
    readonly entries: Readonly<Record<string, unknown>>;
  };
  for (const { story } of FINDINGS)
    expect(index.entries).toHaveProperty([`libraries-findings--${story}`]);
});
