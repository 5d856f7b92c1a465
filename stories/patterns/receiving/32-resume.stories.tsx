import { expect, waitFor, within } from 'storybook/test';
import preview from '#.storybook/preview';
import { forEachConnection, type Behaviour } from '../../../mocks/behaviour.ts';
import { repeat } from '../../../mocks/clock.ts';
import { NumberedLog } from '../../../mocks/protocol-servers/numbered-log.ts';
import { replaysFrom } from '../../../mocks/protocol-servers/replays-from.ts';
import type { SocketServer } from '../../../mocks/socket-server.ts';
import { readJson } from '../../../src/connection/read-json.ts';
import { ResumeSocket } from '../../../src/patterns/32-resume/ResumeSocket.tsx';
import { lesson } from '../../lesson/lesson-page.tsx';
import { SHORT_AGAIN, waitShortAgain } from '../wait-short-again.ts';

/** What the server of the story that runs has logged. */
let log = new NumberedLog();

/** Replays a log of its own, of which it keeps so many events. */
const replays =
  (keeps?: number): Behaviour =>
  (server) => {
    log = new NumberedLog(keeps);
    return replaysFrom(log)(server);
  };

/** Adds an event each second besides, whether anyone is connected or not. */
const goesOn: Behaviour = (server) => {
  const stopReplaying = replays()(server);
  const own = log;
  const stop = repeat(1, (count) => void own.add(`event ${count}`));
  return () => {
    stop();
    stopReplaying();
  };
};

const meta = preview.meta({
  component: ResumeSocket,
  args: { url: 'wss://lab.test', random: () => 0 },
  parameters: { ...lesson('32-resume'), server: { behaviour: replays() } },
});

const addTo = (count: number) => {
  while (log.latest < count) log.add(`event ${log.latest + 1}`);
};
const from = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => `event ${last - index}`);
/** What is listed, the newest first. */
const eventsOn = (list: HTMLElement) =>
  within(list)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
/** The positions from which the page has asked. */
const positionsAt = (server: SocketServer) =>
  server.received.map((data) => readJson(data)['since']).filter((since) => since !== undefined);

/** An event each second. Drop the line: what is missed meanwhile comes in another colour. */
export const Open = meta.story({
  parameters: { server: { behaviour: goesOn } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('open')).toBeVisible();
    await expect(await canvas.findByText('event 1')).toBeVisible();
  },
});

/** Fifty events are missed: after the reconnect all are there, each once and in order. */
export const FiftyMissed = meta.story({
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    addTo(3);
    await canvas.findByText('event 3');
    await server.hold();
    await server.drop();
    addTo(53);
    await canvas.findByText('connecting');
    await server.accept();
    await canvas.findByText('event 53');
    await canvas.findByText('open');
    addTo(54);
    await canvas.findByText('event 54');
    await expect(eventsOn(canvas.getByRole('list', { name: 'Messages' }))).toEqual(from(1, 54));
    await expect(positionsAt(server)).toEqual([0, 3]);
    await expect(canvas.getAllByTitle(/replayed$/)).toHaveLength(50);
    await expect(canvas.getAllByTitle(/received$/)).toHaveLength(4);
  },
});

/** The line is cut before the first event has come: the position is 0, and nothing is lost. */
export const BeforeTheFirst = meta.story({
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    await server.hold();
    await server.drop();
    addTo(2);
    await canvas.findByText('connecting');
    await server.accept();
    await expect(await canvas.findByText('event 2')).toBeVisible();
    await expect(canvas.getByText('event 1')).toBeVisible();
    await expect(positionsAt(server)).toEqual([0, 0]);
  },
});

/** The server keeps five events, and twenty are missed: it says so, and the list begins behind them. */
export const TooOld = meta.story({
  parameters: { server: { behaviour: replays(5) } },
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    addTo(3);
    await canvas.findByText('event 3');
    await server.hold();
    await server.drop();
    addTo(23);
    await canvas.findByText('connecting');
    await server.accept();
    await canvas.findByText('event 23');
    await expect(await canvas.findByText('open')).toBeVisible();
    await expect(eventsOn(canvas.getByRole('list', { name: 'Messages' }))).toEqual(from(19, 23));
    await expect(canvas.getByText(/no longer has events 1 to 18/)).toBeVisible();
    await expect(positionsAt(server)).toEqual([0, 3, 18]);
  },
});

/** The server sends an event twice, and skips one: each is shown once, and the rest is asked for once. */
export const TwiceAndSkipped = meta.story({
  // The server says something of its own.
  parameters: { server: { behaviour: forEachConnection(() => () => undefined) } },
  play: async ({ canvas, server }) => {
    const event = (seq: number) =>
      server.send(JSON.stringify({ type: 'event', seq, body: `event ${seq}` }));
    await canvas.findByText('catching-up');
    await server.send(JSON.stringify({ type: 'resumed', latest: 0 }));
    for (const seq of [1, 1, 2, 1, 4, 5]) await event(seq);
    await waitFor(() => expect(positionsAt(server)).toEqual([0, 2]));
    for (const seq of [3, 4, 5]) await event(seq);
    await server.send(JSON.stringify({ type: 'resumed', latest: 5 }));
    await canvas.findByText('open');
    await expect(eventsOn(canvas.getByRole('list', { name: 'Messages' }))).toEqual(from(1, 5));
    await expect(positionsAt(server)).toEqual([0, 2]);
  },
});

/** Two handshakes are refused: the second wait is longer. A message proves the line, and the next wait is short. */
export const ShortAgain = meta.story({ ...SHORT_AGAIN, play: waitShortAgain() });
