import type { StoryContext } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import preview from '#.storybook/preview';
import type { Behaviour } from '../../../mocks/behaviours.ts';
import { answersRequests } from '../../../mocks/protocol-servers/answers-requests.ts';
import { NumberedLog } from '../../../mocks/protocol-servers/numbered-log.ts';
import { replaysFrom } from '../../../mocks/protocol-servers/replays-from.ts';
import { readJson } from '../../../src/connection/read-json.ts';
import { TabSocket } from '../../../src/patterns/42-tabs/TabSocket.tsx';
import { fresh } from '../../fresh.ts';
import { lesson } from '../../lesson/lesson-page.tsx';
import { SHORT_AGAIN, waitShortAgain } from '../wait-short-again.ts';
import { Tabs } from './tabs/Tabs.tsx';

/** Keeps its events, and answers requests: never the one that says `slow`. */
const desk = fresh(() => {
  const log = new NumberedLog();
  const behaviours = [
    replaysFrom(log),
    answersRequests({ delayMs: (body) => (body === 'slow' ? Infinity : 0) }),
  ];
  const all: Behaviour = (server) => {
    const stops = behaviours.map((behaviour) => behaviour(server));
    return () => {
      for (const stop of stops) stop();
    };
  };
  return Object.assign(all, { log });
});

const meta = preview.meta({
  component: TabSocket,
  args: { url: 'wss://lab.test', random: () => 0 },
  render: (args) => <Tabs {...args} />,
  parameters: { ...lesson('42-tabs'), server: { behaviour: desk.behaviour } },
});

type Canvas = StoryContext['canvas'];

const tab = (canvas: Canvas, name: string) => within(canvas.getByRole('group', { name }));
const listOf = (canvas: Canvas, name: string) =>
  tab(canvas, name)
    .queryAllByRole('listitem')
    .map(({ textContent }) => textContent);
/** The names of the tabs that have the socket. */
const leaders = (canvas: Canvas) =>
  canvas
    .queryAllByRole('group', { name: /^Tab/ })
    .filter((each) => within(each).queryByText('This tab has the socket.'))
    .map((each) => each.getAttribute('aria-label'));
const untilAllOpen = (canvas: Canvas, count = 2) =>
  waitFor(() => expect(canvas.getAllByText('open')).toHaveLength(count));
const other = (name: string | null | undefined) => (name === 'Tab A' ? 'Tab B' : 'Tab A');
const close = (canvas: Canvas, name: string) => canvas.getByRole('checkbox', { name });

/** Two tabs, and one socket. Close the tab that has it: the other one takes over. */
export const Open = meta.story({
  play: async ({ canvas, server }) => {
    await untilAllOpen(canvas);
    await expect(leaders(canvas)).toHaveLength(1);
    await expect(server.open).toHaveLength(1);
    desk.latest.log.add('event 1');
    await waitFor(() => expect(listOf(canvas, 'Tab A')).toEqual(['event 1']));
    await waitFor(() => expect(listOf(canvas, 'Tab B')).toEqual(['event 1']));
  },
});

/** The leader is closed, and events go on: the other tab leads within a second, and each event is there once. */
export const LeaderCloses = meta.story({
  args: { latencyMs: 100 },
  play: async ({ canvas, server, userEvent }) => {
    await untilAllOpen(canvas);
    const [first = ''] = leaders(canvas);
    const second = other(first);
    desk.latest.log.add('event 1');
    await waitFor(() => expect(listOf(canvas, second)).toEqual(['event 1']));
    await userEvent.click(close(canvas, String(first)));
    desk.latest.log.add('event 2');
    await waitFor(() => expect(leaders(canvas)).toEqual([second]));
    await canvas.findByText('catching-up');
    await untilAllOpen(canvas, 1);
    desk.latest.log.add('event 3');
    await waitFor(() => expect(listOf(canvas, second)).toEqual(['event 3', 'event 2', 'event 1']));
    await expect(server.open).toHaveLength(1);
  },
});

/** A tab that comes later asks for what was before it, and hears the rest. */
export const TabComesLate = meta.story({
  play: async ({ canvas, server, userEvent }) => {
    await untilAllOpen(canvas);
    desk.latest.log.add('event 1');
    await waitFor(() => expect(listOf(canvas, 'Tab B')).toEqual(['event 1']));
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Tab C' }));
    await waitFor(() => expect(listOf(canvas, 'Tab C')).toEqual(['event 1']));
    desk.latest.log.add('event 2');
    await waitFor(() => expect(listOf(canvas, 'Tab C')).toEqual(['event 2', 'event 1']));
    await expect(listOf(canvas, 'Tab A')).toEqual(['event 2', 'event 1']);
    await expect(server.connections).toHaveLength(1);
  },
});

/** Another tab asks through the leader, and has its reply. The leader does not see it. */
export const AskedThroughTheLeader = meta.story({
  play: async ({ canvas, userEvent }) => {
    await untilAllOpen(canvas);
    const follower = other(leaders(canvas)[0]);
    const there = tab(canvas, follower);
    await userEvent.type(there.getByRole('textbox'), 'time{Enter}');
    await expect(await there.findByText('time: "time"')).toBeVisible();
    await expect(listOf(canvas, other(follower))).toEqual([]);
  },
});

/**
 * The leader is closed with a request on its socket, which no one can answer any more: it is rejected. One
 * that was asked before the next leader had a socket is sent then, once, also where an attempt fails.
 */
export const RequestsAtTheChange = meta.story({
  play: async ({ canvas, server, userEvent }) => {
    await untilAllOpen(canvas);
    const [first = ''] = leaders(canvas);
    const there = tab(canvas, other(first));
    const requests = () =>
      server.received
        .map(readJson)
        .filter(({ type }) => type === 'request')
        .map(({ body }) => body);
    await userEvent.type(there.getByRole('textbox'), 'slow{Enter}');
    await waitFor(() => expect(requests()).toEqual(['slow']));
    await server.hold();
    await userEvent.click(close(canvas, String(first)));
    await expect(await there.findByText('slow: The connection has ended.')).toBeVisible();
    await there.findByText('connecting');
    await userEvent.type(there.getByRole('textbox'), 'kept{Enter}');
    await server.refuse();
    await there.findByText(/^waiting/);
    await server.accept();
    await expect(await there.findByText('kept: "kept"')).toBeVisible();
    await expect(requests()).toEqual(['slow', 'kept']);
  },
});

/** The leader is frozen, and does not answer: after a second another tab takes the lead, and the old word is void. */
export const FrozenLeader = meta.story({
  parameters: { clock: 'paused' },
  play: async ({ args, canvas, clock, mount, server }) => {
    const { url } = args;
    // What is left of a frozen tab: it holds the lock, and says nothing.
    let lost: unknown;
    const isHeld = Promise.withResolvers<undefined>();
    const frozen = navigator.locks
      .request(url, () => {
        isHeld.resolve(undefined);
        return new Promise(() => undefined);
      })
      .catch((error: unknown) => (lost = error));
    await isHeld.promise;
    await mount();
    await clock.advance(999);
    await expect(leaders(canvas)).toEqual([]);
    await expect(server.connections).toHaveLength(0);
    await clock.advance(1);
    await waitFor(() => expect(leaders(canvas)).toHaveLength(1));
    await untilAllOpen(canvas);
    await frozen;
    await expect(lost).toMatchObject({ name: 'AbortError' });
    const channel = new BroadcastChannel(url);
    channel.postMessage({ type: 'heard', epoch: 1, data: 'from an old reign' });
    channel.postMessage({ type: 'heard', epoch: Date.now() * 2, data: 'from a later one' });
    channel.close();
    await waitFor(() => expect(listOf(canvas, 'Tab A')).toEqual(['from a later one']));
  },
});

/** Two handshakes are refused: the second wait is longer. A message proves the line, and the next wait is short. */
export const ShortAgain = meta.story({
  ...SHORT_AGAIN,
  render: (args) => <TabSocket {...args} />,
  play: waitShortAgain(),
});
