import type { StoryContext } from '@storybook/react-vite';
import { createElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server.browser';
import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { NumberedLog } from '../../../mocks/protocol-servers/numbered-log.ts';
import { replaysFrom } from '../../../mocks/protocol-servers/replays-from.ts';
import type { SocketServer } from '../../../mocks/socket-server.ts';
import { readJson } from '../../../src/connection/read-json.ts';
import { ContinuedFeed } from '../../../src/patterns/40-first-data/ContinuedFeed.tsx';
import { fresh } from '../../fresh.ts';
import { lesson } from '../../lesson/lesson-page.tsx';

/** A server that has had three events, of which it keeps some. */
const feedOf = (keeps?: number) => () => {
  const log = new NumberedLog(keeps);
  for (const n of [1, 2, 3]) log.add(`event ${n}`);
  return Object.assign(replaysFrom(log), { log });
};
const feed = fresh(feedOf());
const shortFeed = fresh(feedOf(2));

const FIRST = { position: 3, events: ['event 1', 'event 2', 'event 3'] };

const meta = preview.meta({
  component: ContinuedFeed,
  args: { url: 'wss://lab.test', first: FIRST, random: () => 0 },
  parameters: { ...lesson('40-first-data'), server: { behaviour: feed.behaviour } },
});

type Canvas = Pick<StoryContext['canvas'], 'queryAllByRole'>;

const listOn = (canvas: Canvas) =>
  canvas.queryAllByRole('listitem').map(({ textContent }) => textContent);
const newestFirst = (latest: number) =>
  Array.from({ length: latest }, (_, n) => `event ${latest - n}`);
const positionsAt = ({ received }: SocketServer) => received.map((data) => readJson(data)['since']);

/** The three events of the HTML are there before the socket is open. Press accept: it asks for what came after them. */
export const Open = meta.story({
  args: { serverState: 'connecting' },
  play: async ({ canvas, server }) => {
    await expect(listOn(canvas)).toEqual(newestFirst(3));
    await server.accept();
    await canvas.findByText('open');
    await expect(positionsAt(server)).toEqual([3]);
    feed.latest.log.add('event 4');
    await waitFor(() => expect(listOn(canvas)).toEqual(newestFirst(4)));
  },
});

/** Two events happen after the page was rendered and before the socket is open: they are there, once. */
export const BetweenRenderAndOpen = meta.story({
  args: { serverState: 'connecting' },
  play: async ({ canvas, server }) => {
    await canvas.findByText('connecting');
    feed.latest.log.add('event 4');
    feed.latest.log.add('event 5');
    await server.accept();
    await waitFor(() => expect(listOn(canvas)).toEqual(newestFirst(5)));
    await expect(server.connections).toHaveLength(1);
  },
});

/** As a server renders it, and a browser hydrates it: React finds no difference, and there is one socket. */
export const Hydrated = meta.story({
  tags: ['!autodocs'],
  render: () => <div data-testid="root" />,
  play: async ({ args, canvas, server }) => {
    const root = canvas.getByTestId('root');
    const element = createElement(ContinuedFeed, args);
    root.innerHTML = renderToString(element);
    await expect(listOn(canvas)).toEqual(newestFirst(3));
    await expect(server.connections).toHaveLength(0);
    const differences: unknown[] = [];
    const hydrated = hydrateRoot(root, element, {
      onRecoverableError: (error) => differences.push(error),
    });
    await canvas.findByText('open');
    feed.latest.log.add('event 4');
    await waitFor(() => expect(listOn(canvas)).toEqual(newestFirst(4)));
    await expect(differences).toEqual([]);
    await expect(server.connections).toHaveLength(1);
    hydrated.unmount();
    await waitFor(() => expect(server.open).toHaveLength(0));
  },
});

/** The line is cut: the feed goes on from its last event, and not from the HTML’s. */
export const Cut = meta.story({
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    feed.latest.log.add('event 4');
    await waitFor(() => expect(listOn(canvas)).toEqual(newestFirst(4)));
    await server.hold();
    await server.drop();
    await canvas.findByText('connecting');
    feed.latest.log.add('event 5');
    await server.accept();
    await waitFor(() => expect(listOn(canvas)).toEqual(newestFirst(5)));
    await expect(positionsAt(server)).toEqual([3, 4]);
  },
});

/** The page is old, from a cache: the server no longer has what came after it, and the list begins again. */
export const OldPage = meta.story({
  args: { first: { position: 1, events: ['event 1'] } },
  parameters: { server: { behaviour: shortFeed.behaviour } },
  play: async ({ canvas }) => {
    shortFeed.latest.log.add('event 4');
    await waitFor(() => expect(listOn(canvas)).toEqual(['event 4', 'event 3']));
  },
});
