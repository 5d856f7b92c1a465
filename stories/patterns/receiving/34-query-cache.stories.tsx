import type { StoryContext } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import preview from '#.storybook/preview';
import type { Behaviour } from '../../../mocks/behaviours.ts';
import { repeat } from '../../../mocks/clock.ts';
import { announcesChanges } from '../../../mocks/protocol-servers/announces-changes.ts';
import { QueryCache } from '../../../src/patterns/34-query-cache/QueryCache.tsx';
import { fresh } from '../../fresh.ts';
import { lesson } from '../../lesson/lesson-page.tsx';
import { SHORT_AGAIN, waitShortAgain } from '../wait-short-again.ts';

const ENTRIES = { apples: 1, pears: 2, plums: 3 };
const READ_MS = 100;
const shop = fresh(() => announcesChanges({ entries: ENTRIES, readMs: READ_MS }));

/** The price of apples changes so many times a second. */
const changing =
  (perSecond: number): Behaviour =>
  (server) => {
    const stopAnnouncing = shop.behaviour(server);
    const { latest } = shop;
    const stop = repeat(perSecond, (count) => latest.set('apples', count + 10));
    return () => {
      stop();
      stopAnnouncing();
    };
  };

const meta = preview.meta({
  component: QueryCache,
  args: {
    url: 'wss://lab.test',
    load: (name, signal) => shop.latest.read(name, signal),
    random: () => 0,
  },
  parameters: { ...lesson('34-query-cache'), server: { behaviour: shop.behaviour } },
});

type Canvas = StoryContext['canvas'];

const pricesOn = (canvas: Canvas) =>
  within(canvas.getByLabelText('Prices'))
    .getAllByRole('definition')
    .map(({ textContent }) => textContent);
const untilPrices = (canvas: Canvas, expected: readonly string[]) =>
  waitFor(() => expect(pricesOn(canvas)).toEqual(expected));
const readsOf = (key: string) => shop.latest.reads.filter((read) => read === key).length;

/** The price of apples changes once a second. It is told, and fetched: the other two are not. */
export const Open = meta.story({
  parameters: { server: { behaviour: changing(1) } },
  play: async ({ canvas }) => {
    await canvas.findByText('open');
    await untilPrices(canvas, ['1', '2', '3']);
    const pears = readsOf('pears');
    await waitFor(() => expect(Number(pricesOn(canvas)[0])).toBeGreaterThan(10), {
      timeout: 5_000,
    });
    await expect(readsOf('pears')).toBe(pears);
  },
});

/** One price changes: one is fetched. */
export const OneChange = meta.story({
  play: async ({ canvas }) => {
    await canvas.findByText('open');
    await untilPrices(canvas, ['1', '2', '3']);
    const [apples, pears] = [readsOf('apples'), readsOf('pears')];
    shop.latest.set('apples', 10);
    await untilPrices(canvas, ['10', '2', '3']);
    await expect(readsOf('apples')).toBe(apples + 1);
    await expect(readsOf('pears')).toBe(pears);
  },
});

/** A hundred changes a second: four fetches a second at most, and the last one has the last price. */
export const HundredASecond = meta.story({
  // A real stream does not follow a virtual clock.
  tags: ['simulated-only'],
  parameters: { clock: 'paused', server: { behaviour: changing(100) } },
  play: async ({ canvas, clock }) => {
    await canvas.findByText('open');
    await clock.advance(2_000);
    const before = readsOf('apples');
    await clock.advance(5_000);
    await expect(readsOf('apples') - before).toBeGreaterThan(10);
    await expect(readsOf('apples') - before).toBeLessThanOrEqual(20);
    const [price] = pricesOn(canvas);
    // Of 700: what was read last is a quarter of a second old, and the fetch takes a tenth.
    await expect(Number(price)).toBeGreaterThan(650);
  },
});

/** A price changes while the first fetch is on its way, with the old one: it is fetched again. */
export const DuringTheFirstFetch = meta.story({
  parameters: { clock: 'paused' },
  play: async ({ canvas, clock }) => {
    await canvas.findByText('open');
    // The fetch that the open socket has asked for has begun.
    await clock.advance(READ_MS / 2);
    shop.latest.set('apples', 10);
    await waitFor(() => expect(pricesOn(canvas)).toEqual(['…', '…', '…']));
    await waitFor(async () => {
      await clock.advance(READ_MS);
      await expect(pricesOn(canvas)).toEqual(['10', '2', '3']);
    });
  },
});

/** A price changes while there is no connection, and no one says so. After it each price is fetched, once. */
export const Reconnected = meta.story({
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    await untilPrices(canvas, ['1', '2', '3']);
    const before = shop.latest.reads.length;
    await server.drop();
    await canvas.findByText(/^waiting/);
    shop.latest.set('plums', 30);
    await untilPrices(canvas, ['1', '2', '30']);
    await expect(shop.latest.reads.slice(before).toSorted()).toEqual(['apples', 'pears', 'plums']);
  },
});

/** Two handshakes are refused: the second wait is longer. A message proves the line, and the next wait is short. */
export const ShortAgain = meta.story({ ...SHORT_AGAIN, play: waitShortAgain() });

/** Unmounted while a change waits for its turn: nothing is fetched any more. */
export const Unmounted = meta.story({
  parameters: { clock: 'paused' },
  play: async ({ canvas, clock, mount, server }) => {
    await mount();
    await canvas.findByText('open');
    await clock.advance(1_000);
    shop.latest.set('apples', 10);
    shop.latest.set('apples', 11);
    await server.send('behind it');
    await canvas.findByText('behind it');
    await mount(<p>Another page</p>);
    const before = shop.latest.reads.length;
    await clock.advance(1_000);
    await expect(shop.latest.reads).toHaveLength(before);
    await waitFor(() => expect(server.open).toHaveLength(0));
  },
});
