import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import type { Behaviour } from '../../../mocks/behaviours.ts';
import { keepsRooms } from '../../../mocks/protocol-servers/keeps-rooms.ts';
import type { SocketServer } from '../../../mocks/socket-server.ts';
import { readJson } from '../../../src/connection/read-json.ts';
import { RoomWatchers } from '../../../src/patterns/31-rooms/RoomWatchers.tsx';
import { lesson } from '../../lesson/lesson-page.tsx';
import { SHORT_AGAIN, waitShortAgain } from '../wait-short-again.ts';

/** Refuses the room of the staff, and says hello to who joins another one. */
const saysHello: Behaviour = (server) => {
  const rooms = keepsRooms({
    refuses: (room) => (room === 'staff' ? 'members only' : undefined),
  });
  const stopRooms = rooms(server);
  const stopHello = server.onConnection((connection) =>
    connection.onMessage((data) => {
      const { type, room } = readJson(data);
      if (type === 'join') rooms.say(String(room), `hello ${String(room)}`);
    }),
  );
  return () => {
    stopHello();
    stopRooms();
  };
};

const meta = preview.meta({
  component: RoomWatchers,
  args: { url: 'wss://lab.test', random: () => 0 },
  parameters: { ...lesson('31-rooms'), server: { behaviour: saysHello } },
});

/** What the page has sent: `join news`, with the refs of the joins. */
const sentTo = (server: SocketServer) => server.received.map((data) => readJson(data));
const joinsOf = (server: SocketServer, room: string) =>
  sentTo(server).filter((message) => message['type'] === 'join' && message['room'] === room);

/** Two components watch the news: the page has joined once, and both hear what is said. */
export const Open = meta.story({
  play: async ({ canvas, server }) => {
    await waitFor(() => expect(canvas.getAllByText('hello news (1)')).toHaveLength(2));
    await expect(canvas.getByRole('row', { name: /^news joined joined \d+ 2 0$/ })).toBeVisible();
    await expect(joinsOf(server, 'news')).toHaveLength(1);
  },
});

/** A third component comes, for another room, and leaves: its room is left, and the news stays. */
export const LeftWhenUnwatched = meta.story({
  play: async ({ canvas, server, userEvent }) => {
    const sport = canvas.getByRole('checkbox', { name: 'Sport' });
    await canvas.findAllByText('hello news (1)');
    await userEvent.click(sport);
    await expect(await canvas.findByText('hello sport (1)')).toBeVisible();
    await userEvent.click(sport);
    await userEvent.click(canvas.getByRole('checkbox', { name: 'News, there' }));
    await waitFor(() => expect(sentTo(server).at(-1)).toEqual({ type: 'leave', room: 'sport' }));
    await expect(joinsOf(server, 'sport')).toHaveLength(1);
    await expect(canvas.queryByRole('row', { name: /^sport/ })).not.toBeInTheDocument();
    await expect(canvas.getByRole('row', { name: /^news joined joined \d+ 1 0$/ })).toBeVisible();
  },
});

/** The cable is cut: on the next connection each watched room is joined, once. */
export const JoinedAgain = meta.story({
  play: async ({ canvas, server, userEvent }) => {
    await canvas.findAllByText('hello news (1)');
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Sport' }));
    await canvas.findByText('hello sport (1)');
    await server.drop();
    await canvas.findByText(/^waiting/);
    await expect(canvas.getByRole('row', { name: /^news away/ })).toBeVisible();
    await expect(await canvas.findByText('hello sport (2)')).toBeVisible();
    await expect(canvas.getAllByText('hello news (2)')).toHaveLength(2);
    const refs = ['news', 'sport'].map((room) => joinsOf(server, room).map(({ ref }) => ref));
    for (const ofRoom of refs) await expect(ofRoom).toHaveLength(2);
    // Each join can be told from every other one.
    await expect(new Set(refs.flat()).size).toBe(4);
  },
});

/** A room is refused: that room says so, and the others work. */
export const Refused = meta.story({
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Staff' }));
    await expect(await canvas.findByRole('row', { name: /^staff refused/ })).toBeVisible();
    await expect(await canvas.findAllByText('hello news (1)')).toHaveLength(2);
  },
});

/** A message of the join before the last comes late: it is counted, and not shown. */
export const TooLate = meta.story({
  play: async ({ canvas, server }) => {
    await canvas.findAllByText('hello news (1)');
    await server.drop();
    await waitFor(() => expect(canvas.getAllByText('hello news (2)')).toHaveLength(2));
    const [old] = joinsOf(server, 'news');
    await server.send(
      JSON.stringify({ type: 'said', room: 'news', ref: old?.['ref'], body: 'yesterday' }),
    );
    await expect(
      await canvas.findByRole('row', { name: /^news joined joined \d+ 2 1$/ }),
    ).toBeVisible();
    await expect(canvas.getAllByText('hello news (2)')).toHaveLength(2);
    await expect(canvas.queryByText(/yesterday/)).not.toBeInTheDocument();
  },
});

/** What the server says in any room proves that the line works: the next wait is a short one again. */
export const ShortAgain = meta.story({ ...SHORT_AGAIN, play: waitShortAgain() });
