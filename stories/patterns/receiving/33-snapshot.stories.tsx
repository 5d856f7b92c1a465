import type { StoryContext } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import preview from '#.storybook/preview';
import type { Behaviour } from '../../../mocks/behaviours.ts';
import { repeat } from '../../../mocks/clock.ts';
import { sendsSnapshotAndDeltas } from '../../../mocks/protocol-servers/sends-snapshot-and-deltas.ts';
import type { SocketServer } from '../../../mocks/socket-server.ts';
import { readJson } from '../../../src/connection/read-json.ts';
import { ReplicaSocket } from '../../../src/patterns/33-snapshot/ReplicaSocket.tsx';
import { fresh } from '../../fresh.ts';
import { lesson } from '../../lesson/lesson-page.tsx';
import { SHORT_AGAIN, waitShortAgain } from '../wait-short-again.ts';

const ENTRIES = { apples: 10, pears: 20, plums: 30 };
const NAMES = Object.keys(ENTRIES);
const shop = fresh(() => sendsSnapshotAndDeltas({ entries: ENTRIES }));
/** Its snapshot takes a moment: it says what the table held when it was asked for. */
const slowShop = fresh(() => sendsSnapshotAndDeltas({ entries: ENTRIES, delayMs: 500 }));

/** Two changes a second besides. */
const busyShop: Behaviour = (server) => {
  const stopAnswering = shop.behaviour(server);
  const table = shop.latest;
  const stop = repeat(2, (count) => {
    const name = NAMES[count % NAMES.length] ?? '';
    table.set(name, Number(table.entries[name]) + 1);
  });
  return () => {
    stop();
    stopAnswering();
  };
};

const meta = preview.meta({
  component: ReplicaSocket,
  args: { url: 'wss://lab.test', random: () => 0 },
  parameters: { ...lesson('33-snapshot'), server: { behaviour: shop.behaviour } },
});

type Canvas = StoryContext['canvas'];

/** What the page shows of the table. */
const shownOn = (canvas: Canvas) =>
  Object.fromEntries(
    within(canvas.getByLabelText('Table'))
      .queryAllByRole('term')
      .map((term) => [term.textContent, Number(term.nextElementSibling?.textContent)]),
  );
const untilEqual = (canvas: Canvas, { entries }: { entries: Readonly<Record<string, unknown>> }) =>
  waitFor(() => expect(shownOn(canvas)).toEqual(entries));
const fates = (canvas: Canvas) =>
  within(canvas.getByLabelText('Deltas'))
    .queryAllByRole('listitem')
    .map(({ title }) => title);
const fetchesAt = ({ received }: SocketServer) =>
  received.filter((data) => readJson(data)['type'] === 'fetch-snapshot').length;

/** The table changes twice a second. Drop the line, or stall it: after it the table is the server’s again. */
export const Open = meta.story({
  parameters: { server: { behaviour: busyShop } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('open')).toBeVisible();
    await canvas.findByTitle(/applied/);
    await untilEqual(canvas, shop.latest);
  },
});

/** Deltas come before the snapshot: they are held, and of these only the newer ones are applied. */
export const BeforeTheSnapshot = meta.story({
  parameters: { clock: 'paused', server: { behaviour: slowShop.behaviour } },
  // With live, the snapshot does not wait for the story's clock.
  tags: ['simulated-only'],
  play: async ({ canvas, clock, server }) => {
    const { latest } = slowShop;
    await canvas.findByText('catching-up');
    await waitFor(() => expect(fetchesAt(server)).toBe(1));
    latest.set('apples', 11);
    latest.set('pears', 21);
    await canvas.findByTitle('2 held');
    await expect(shownOn(canvas)).toEqual({});
    await clock.advance(500);
    await expect(await canvas.findByText('open')).toBeVisible();
    await expect(fates(canvas)).toEqual(['1 applied', '2 applied']);
    await untilEqual(canvas, latest);
  },
});

/** A delta does not come. The next one shows it: the snapshot is fetched once, and the table is right again. */
export const OneMissing = meta.story({
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    const { latest } = shop;
    latest.set('apples', 11);
    await canvas.findByTitle('1 applied');
    latest.set('pears', 99, 0);
    latest.set('apples', 12);
    latest.set('plums', 31);
    await untilEqual(canvas, latest);
    await expect(await canvas.findByText('open')).toBeVisible();
    await expect(fetchesAt(server)).toBe(2);
    latest.set('plums', 32);
    await untilEqual(canvas, latest);
    await expect(fetchesAt(server)).toBe(2);
  },
});

/** A delta comes twice: the second is ignored. */
export const OneTwice = meta.story({
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    const { latest } = shop;
    latest.set('apples', 11, 2);
    await canvas.findByTitle('1 ignored');
    latest.set('apples', 12);
    await canvas.findByTitle('2 applied');
    await untilEqual(canvas, latest);
    await expect(fetchesAt(server)).toBe(1);
  },
});

/** The line is cut, and the table changes meanwhile: on the next one the page subscribes and fetches again. */
export const Cut = meta.story({
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    const { latest } = shop;
    await server.hold();
    await server.drop();
    latest.set('apples', 50);
    await canvas.findByText('connecting');
    await server.accept();
    await expect(await canvas.findByText('open')).toBeVisible();
    await untilEqual(canvas, latest);
    latest.set('pears', 51);
    await untilEqual(canvas, latest);
    await expect(canvas.getByLabelText('Snapshots')).toHaveTextContent('2');
  },
});

/** A message about something else is shown as it is. */
export const OtherMessages = meta.story({
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    await server.send('hello');
    await expect(await canvas.findByText('hello')).toBeVisible();
  },
});

/** Two handshakes are refused: the second wait is longer. A message proves the line, and the next wait is short. */
export const ShortAgain = meta.story({ ...SHORT_AGAIN, play: waitShortAgain() });
