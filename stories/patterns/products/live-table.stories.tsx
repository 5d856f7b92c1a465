import type { StoryContext } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import preview from '#.storybook/preview';
import { readJson } from '../../../src/connection/read-json.ts';
import { LiveTable } from '../../../src/patterns/live-table/LiveTable.tsx';
import { fresh } from '../../fresh.ts';
import { lesson } from '../../lesson/lesson-page.tsx';
import { countFrames } from '../count-frames.ts';
import { SHORT_AGAIN, waitShortAgain } from '../wait-short-again.ts';
import { market } from './market.ts';

const ROWS = 200;
const FRAME_MS = 17;
const quiet = fresh(() => market({ rows: 3 }));
const slow = fresh(() => market({ perSecond: 60 }));
const fast = fresh(() => market({ perSecond: 5_000 }));

const meta = preview.meta({
  component: LiveTable,
  args: { url: 'wss://lab.test', random: () => 0 },
  parameters: { ...lesson('live-table'), server: { behaviour: slow.behaviour } },
});

type Canvas = StoryContext['canvas'];

const rowsOn = (canvas: Canvas) =>
  within(canvas.getByRole('region', { name: 'Live table' }))
    .getAllByRole('row')
    .slice(1);
/** The value of each row, as the page shows it. */
const valuesOn = (canvas: Canvas) => rowsOn(canvas).map((row) => row.children[1]?.textContent);
const valuesOf = ({ entries }: { readonly entries: Readonly<Record<string, unknown>> }) =>
  Object.keys(entries)
    .sort()
    .map((name) => Number(entries[name]).toFixed(2));
const updatesOn = (canvas: Canvas) => Number(canvas.getByLabelText('Updates').textContent);

/** Sixty changes a second. Choose a row to draw it. Cut the cable: after it the table is right again. */
export const Open = meta.story({
  play: async ({ canvas, userEvent }) => {
    await expect(await canvas.findByText('open')).toBeVisible();
    await waitFor(() => expect(updatesOn(canvas)).toBeGreaterThan(10));
    await userEvent.click(canvas.getByRole('button', { name: 'ITEM 003' }));
    await expect(await canvas.findByText(/^ITEM 003, /)).toBeVisible();
  },
});

/** 5,000 changes a second, over 200 rows: the page follows, and the chart is drawn. */
export const FiveThousandASecond = meta.story({
  // A live server is told of each message by one more, and so cannot keep up.
  tags: ['simulated-only'],
  parameters: { server: { behaviour: fast.behaviour } },
  play: async ({ canvas, userEvent }) => {
    await canvas.findByText('open');
    await userEvent.click(canvas.getByRole('button', { name: 'ITEM 001' }));
    const before = updatesOn(canvas);
    let renders = 0;
    const observer = new MutationObserver(() => (renders += 1));
    observer.observe(canvas.getByLabelText('Updates'), { characterData: true, subtree: true });
    const stop = countFrames();
    await waitFor(() => expect(updatesOn(canvas) - before).toBeGreaterThan(5_000));
    observer.disconnect();
    await expect(renders).toBeGreaterThan(1);
    await expect(renders).toBeLessThanOrEqual(stop() + 1);
    await expect(rowsOn(canvas)).toHaveLength(ROWS);
    await expect(canvas.getByText(/^ITEM 001, /)).toBeVisible();
  },
});

/** A row renders for its own values alone: the others keep their DOM, and what was selected in it. */
export const OneChange = meta.story({
  parameters: { server: { behaviour: quiet.behaviour } },
  play: async ({ canvas }) => {
    await canvas.findByText('open');
    const changed = new Set<Node>();
    const observer = new MutationObserver((records) => {
      for (const { target } of records) changed.add(target);
    });
    observer.observe(canvas.getByRole('region'), {
      subtree: true,
      characterData: true,
      childList: true,
    });
    quiet.latest.set('ITEM 002', 7, 2);
    await canvas.findByText('7.00');
    await new Promise((resolve) => requestAnimationFrame(resolve));
    observer.disconnect();
    const [, second] = rowsOn(canvas);
    await expect([...changed].every((node) => second?.contains(node))).toBe(true);
    await expect(changed.size).toBeGreaterThan(0);
    // It was sent twice.
    await expect(updatesOn(canvas)).toBe(1);
  },
});

/** The cable is cut, and the table changes meanwhile: after the snapshot it is the server’s again. */
export const Cut = meta.story({
  parameters: { server: { behaviour: quiet.behaviour } },
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    await waitFor(() => expect(valuesOn(canvas)).toEqual(valuesOf(quiet.latest)));
    await server.hold();
    await server.drop();
    quiet.latest.set('ITEM 001', 500);
    await canvas.findByText('connecting');
    await server.accept();
    await waitFor(() => expect(valuesOn(canvas)).toEqual(valuesOf(quiet.latest)));
    await expect(canvas.getByText('500.00')).toBeVisible();
  },
});

/** A change does not come. The next one shows it, and the table is fetched again: newer than what waits for its frame. */
export const OneMissing = meta.story({
  parameters: { clock: 'paused', server: { behaviour: quiet.behaviour } },
  play: async ({ canvas, clock, server }) => {
    await canvas.findByText('open');
    quiet.latest.set('ITEM 001', 1);
    quiet.latest.set('ITEM 001', 5, 0);
    quiet.latest.set('ITEM 002', 2);
    await waitFor(() => expect(canvas.getByText('5.00')).toBeVisible());
    await clock.advance(FRAME_MS);
    await waitFor(() => expect(valuesOn(canvas)).toEqual(valuesOf(quiet.latest)));
    const fetches = server.received.filter((data) => readJson(data)['type'] === 'fetch-snapshot');
    await expect(fetches).toHaveLength(2);
  },
});

/** Two handshakes are refused: the second wait is longer. A message proves the line, and the next wait is short. */
export const ShortAgain = meta.story({
  ...SHORT_AGAIN,
  play: waitShortAgain('{"type":"snapshot","seq":0,"entries":{"ITEM 001":1}}', 'ITEM 001'),
});
