/** A recording, from a file to a server and to a story, as a user does it in the panel. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright';
import { format, resolveConfig } from 'prettier';
import { onTestFinished } from 'vitest';
import { expect, openStory, preview, test } from './lab.ts';
import { openPanel, readExport, showView } from './panel.ts';

const HAR = 'tests/lab/heartbeat.har';
const SAVED = 'stories/panel/HeartbeatSocket.replayed.stories.tsx';
const STORY = 'patterns-basics-01-use-effect--open';

const field = (page: Page) => page.getByLabel('Import a HAR');
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const replay = (page: Page) => page.getByRole('region', { name: 'Replay' });
const sockets = (page: Page) => page.getByRole('region', { name: 'Recorded sockets' });

async function saveStory(page: Page): Promise<{ name: string; text: string }> {
  const downloaded = page.waitForEvent('download');
  await press(page, 'Save as story');
  const file = await downloaded;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

test('a file of Chrome is replayed in a story, and what the page does otherwise is listed', async ({
  page,
}) => {
  await openStory(page, STORY, { globals: 'clock:x60' });
  await openPanel(page, 'Replay');
  await field(page).setInputFiles(HAR);
  await expect(page.getByText('heartbeat.har is read.')).toBeVisible();
  await expect(sockets(page)).toContainText('not recorded: it stays open');
  await press(page, 'Replay in this story');
  await expect(preview(page).getByText('hello')).toBeVisible();
  await expect(replay(page)).toContainText('4 of 4 messages sent. 2 differences:');
  await expect(replay(page)).toContainText('Socket 1, message 1: the page has not sent this');

  // Again, from the beginning; then the server is the story's own.
  await press(page, 'Replay again');
  await expect(replay(page)).toContainText('4 of 4 messages sent. 2 differences:');
  await press(page, 'Stop replaying');
  await expect(replay(page)).toHaveCount(0);

  // What has happened is a recording too.
  await press(page, 'Take the timeline');
  await expect(page.getByText('The timeline is read.')).toBeVisible();
  await expect(sockets(page).getByRole('row')).toHaveCount(4);
});

test('a recording is saved as the story that stands among the others and runs with them', async ({
  page,
}) => {
  await openStory(page, 'panel-heartbeatsocket-replayed--replayed');
  await openPanel(page, 'Replay');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const text = await readFile(HAR, 'utf8');
  // Dropped this time.
  const dropped = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], 'dropped.har'));
    return transfer;
  }, text);
  await page.locator('.import').dispatchEvent('drop', { dataTransfer: dropped });
  await expect(page.getByText('dropped.har is read.')).toBeVisible();

  const saved = await saveStory(page);
  const options = await resolveConfig(SAVED);
  expect(SAVED).toContain(saved.name);
  expect(await format(saved.text, { ...options, filepath: SAVED })).toBe(
    await readFile(SAVED, 'utf8'),
  );
  await press(page, 'Copy story');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(saved.text);
});

test('what the panel exports is read again; a bad file says which field is wrong', async ({
  page,
}) => {
  await openStory(page, STORY);
  await openPanel(page, 'Timeline');
  await expect(page.getByRole('option').filter({ hasText: 'the handshake is done' })).toBeVisible();
  const har = await readExport<{ log: { entries: { startedDateTime: string }[] } }>(page, 'HAR');
  await showView(page, 'Replay');
  const choose = (name: string, content: unknown) =>
    field(page).setInputFiles({
      name,
      mimeType: 'application/json',
      buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
    });
  await choose('exported.har', har);
  await expect(page.getByText('exported.har is read.')).toBeVisible();
  const [entry] = har.log.entries;
  await choose('bad.har', { log: { entries: [{ ...entry, startedDateTime: 'noon' }] } });
  await expect(page.getByRole('alert')).toContainText('log.entries[0].startedDateTime: expected');
  await choose('page.html', '<html>');
  await expect(page.getByRole('alert')).toContainText('cannot be read as JSON');
});

/** Begins to measure how long the page is not free at most. */
function watchGaps(): void {
  let last = performance.now();
  Reflect.set(window, 'longestGapMs', 0);
  const look = () => {
    const now = performance.now();
    const gap = now - last;
    if (gap > Number(Reflect.get(window, 'longestGapMs'))) Reflect.set(window, 'longestGapMs', gap);
    last = now;
    setTimeout(look);
  };
  look();
}

const readGap = (place: Page | Frame) =>
  place.evaluate(() => Number(Reflect.get(window, 'longestGapMs')));

/** How long one task takes that reads and writes the same text. With one step done so, a gap is longer. */
const readAtOnce = (page: Page, text: string) =>
  page.evaluate((json) => {
    const begunAt = performance.now();
    const written = new Blob([JSON.stringify(JSON.parse(json))]);
    return written.size > 0 ? performance.now() - begunAt : NaN;
  }, text);

test('a file of 50 MB holds up neither the lab nor the story', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'replay-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const messages = Array.from({ length: 100_000 }, (_, at) => ({
    type: at % 2 === 0 ? 'receive' : 'send',
    time: 1_700_000_000 + at / 10,
    opcode: 1,
    data: `message ${at} `.padEnd(450, 'x'),
  }));
  const har = {
    log: {
      entries: [
        {
          startedDateTime: new Date(1_700_000_000_000).toISOString(),
          request: { url: 'wss://shop.example/live' },
          response: { status: 101 },
          _webSocketMessages: messages,
        },
      ],
    },
  };
  const text = JSON.stringify(har);
  expect(text.length).toBeGreaterThan(50_000_000);
  const file = join(folder, 'large.har');
  await writeFile(file, text);
  await openStory(page, STORY);
  await openPanel(page, 'Replay');
  const story = page.frame({ url: /iframe\.html/ });
  if (!story) throw new Error('There is no preview.');
  await page.evaluate(watchGaps);
  await story.evaluate(watchGaps);
  await field(page).setInputFiles(file);
  await expect(page.getByText('large.har is read.')).toBeVisible();
  await press(page, 'Replay in this story');
  await expect(preview(page).getByText(/^message 2 /)).toBeVisible();
  const saved = await saveStory(page);
  expect(saved.text).toContain('message 99999 ');
  const gaps = { lab: await readGap(page), story: await readGap(story) };
  const atOnceMs = await readAtOnce(page, text);
  console.log(
    `50 MB: longest gap ${gaps.lab.toFixed(0)} ms in the lab, ${gaps.story.toFixed(0)} ms in the story; read and written in one task ${atOnceMs.toFixed(0)} ms`,
  );
  expect(gaps.lab).toBeLessThan(atOnceMs);
  expect(gaps.story).toBeLessThan(atOnceMs);
});
