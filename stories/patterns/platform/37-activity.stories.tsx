import type { StoryContext } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import preview from '#.storybook/preview';
import { NumberedLog } from '../../../mocks/protocol-servers/numbered-log.ts';
import { replaysFrom } from '../../../mocks/protocol-servers/replays-from.ts';
import type { SocketServer } from '../../../mocks/socket-server.ts';
import { readJson } from '../../../src/connection/read-json.ts';
import { ActivityFeed } from '../../../src/patterns/37-activity/ActivityFeed.tsx';
import { fresh } from '../../fresh.ts';
import { lesson } from '../../lesson/lesson-page.tsx';

const logOf = (keeps?: number) => () => {
  const log = new NumberedLog(keeps);
  return Object.assign(replaysFrom(log), { log });
};
const feed = fresh(logOf());
const shortFeed = fresh(logOf(2));

const meta = preview.meta({
  component: ActivityFeed,
  args: { url: 'wss://lab.test', random: () => 0 },
  parameters: { ...lesson('37-activity'), server: { behaviour: feed.behaviour } },
});

type Canvas = StoryContext['canvas'];

const addTo = (count: number) => {
  const { log } = feed.latest;
  while (log.latest < count) log.add(`event ${log.latest + 1}`);
};
/** What stands in the list, the oldest first, whether the user sees it or not. */
const eventsOn = (canvas: Canvas) =>
  within(canvas.getByLabelText('Messages'))
    .queryAllByRole('listitem', { hidden: true })
    .map(({ textContent }) => textContent)
    .reverse();
const from1To = (count: number) => Array.from({ length: count }, (_, n) => `event ${n + 1}`);
const untilEvents = (canvas: Canvas, count: number) =>
  waitFor(() => expect(eventsOn(canvas)).toEqual(from1To(count)));
/** The positions from which the page has asked. */
const positionsAt = ({ received }: SocketServer) =>
  received.map((data) => readJson(data)['since']).filter((since) => since !== undefined);
const toggle = (canvas: Canvas) => canvas.getByRole('button', { name: 'Feed' });

/** Hide the feed and show it again: the socket is held above the boundary, and the list is complete at once. */
export const Open = meta.story({
  play: async ({ canvas, server, userEvent }) => {
    await canvas.findByText('open');
    addTo(2);
    await untilEvents(canvas, 2);
    const made = server.connections.length;
    await userEvent.click(toggle(canvas));
    await waitFor(() => expect(canvas.getByText('event 2')).not.toBeVisible());
    addTo(12);
    // The socket has stayed, and React renders the hidden list when it has time.
    await untilEvents(canvas, 12);
    await userEvent.click(toggle(canvas));
    await expect(canvas.getByText('event 12')).toBeVisible();
    await expect(server.connections).toHaveLength(made);
    await expect(server.open).toHaveLength(1);
  },
});

/** The socket is held inside: hiding closes it. Shown again it asks from its position, and the list has no hole. */
export const HeldInside = meta.story({
  args: { holder: 'inside' },
  play: async ({ canvas, server, userEvent }) => {
    await canvas.findByText('open');
    addTo(2);
    await untilEvents(canvas, 2);
    await userEvent.click(toggle(canvas));
    await waitFor(() => expect(server.open).toHaveLength(0));
    addTo(12);
    const fewest: number[] = [];
    const observer = new MutationObserver(() => fewest.push(eventsOn(canvas).length));
    observer.observe(canvas.getByLabelText('Messages'), { childList: true });
    await userEvent.click(toggle(canvas));
    await untilEvents(canvas, 12);
    observer.disconnect();
    await expect(canvas.getByText('event 12')).toBeVisible();
    // The list goes on from where it was: it is never empty, and never shorter.
    await expect(Math.min(...fewest)).toBeGreaterThan(2);
    await expect(positionsAt(server).slice(-2)).toEqual([0, 2]);
    await expect(server.open).toHaveLength(1);
  },
});

/** Hidden and shown five times, with an event each time: one socket at a time, and each event once. */
export const BackAndForth = meta.story({
  args: { holder: 'inside' },
  play: async ({ canvas, server, userEvent }) => {
    await canvas.findByText('open');
    for (let round = 1; round <= 5; round += 1) {
      await userEvent.click(toggle(canvas));
      await waitFor(() => expect(server.open).toHaveLength(0));
      addTo(round);
      await userEvent.click(toggle(canvas));
      await untilEvents(canvas, round);
      await waitFor(() => expect(server.open).toHaveLength(1));
    }
  },
});

/** The cable is cut while the feed is hidden, and held above: it is complete when it is shown. */
export const CutWhileHidden = meta.story({
  play: async ({ canvas, server, userEvent }) => {
    await canvas.findByText('open');
    addTo(1);
    await untilEvents(canvas, 1);
    await userEvent.click(toggle(canvas));
    await server.hold();
    await server.drop();
    addTo(5);
    await canvas.findByText('connecting');
    await server.accept();
    await canvas.findByText('open');
    await untilEvents(canvas, 5);
    await userEvent.click(toggle(canvas));
    await expect(canvas.getByText('event 5')).toBeVisible();
  },
});

/** Unmounted while it is hidden: no socket and no timer is left. */
export const UnmountedWhileHidden = meta.story({
  args: { holder: 'inside' },
  play: async ({ canvas, mount, server, userEvent }) => {
    await mount();
    await canvas.findByText('open');
    await userEvent.click(toggle(canvas));
    await waitFor(() => expect(server.open).toHaveLength(0));
    await mount(<p>Another page</p>);
    await expect(server.open).toHaveLength(0);
  },
});

/** The server no longer has what was missed while the feed was hidden: the list begins again, with what it has. */
export const TooOld = meta.story({
  args: { holder: 'inside' },
  parameters: { server: { behaviour: shortFeed.behaviour } },
  play: async ({ canvas, server, userEvent }) => {
    await canvas.findByText('open');
    shortFeed.latest.log.add('event 1');
    await untilEvents(canvas, 1);
    await userEvent.click(toggle(canvas));
    await waitFor(() => expect(server.open).toHaveLength(0));
    for (let n = 2; n <= 9; n += 1) shortFeed.latest.log.add(`event ${n}`);
    await userEvent.click(toggle(canvas));
    await waitFor(() => expect(eventsOn(canvas)).toEqual(['event 8', 'event 9']));
  },
});
