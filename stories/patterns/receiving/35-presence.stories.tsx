import type { StoryContext } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import preview from '#.storybook/preview';
import type { Behaviour } from '../../../mocks/behaviours.ts';
import { repeat } from '../../../mocks/clock.ts';
import { tracksPresence } from '../../../mocks/protocol-servers/tracks-presence.ts';
import { readJson } from '../../../src/connection/read-json.ts';
import { PresenceRoom } from '../../../src/patterns/35-presence/PresenceRoom.tsx';
import { fresh } from '../../fresh.ts';
import { lesson } from '../../lesson/lesson-page.tsx';
import { SHORT_AGAIN, waitShortAgain } from '../wait-short-again.ts';

const DEVICES = { 'Mia’s phone': 'Mia', 'Tom’s desk': 'Tom' };
const room = fresh(() => tracksPresence({ devices: DEVICES }));
/** Every four seconds Tom types, and Ida comes or goes. */
const livelyRoom: Behaviour = (server) => {
  const stopTracking = room.behaviour(server);
  const { latest } = room;
  const stop = repeat(0.25, (count) => {
    latest.type('Tom’s desk', true);
    if (count % 2 === 0) latest.go('Ida’s pad');
    else latest.come('Ida’s pad', 'Ida');
  });
  return () => {
    stop();
    stopTracking();
  };
};
const slowRoom = fresh(() => tracksPresence({ devices: DEVICES, delayMs: 300 }));

const meta = preview.meta({
  component: PresenceRoom,
  args: { url: 'wss://lab.test', random: () => 0 },
  parameters: { ...lesson('35-presence'), server: { behaviour: room.behaviour } },
});

type Canvas = StoryContext['canvas'];

const peopleOn = (canvas: Canvas) =>
  within(canvas.getByRole('list', { name: 'Who is here' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent.slice(2));
const untilPeople = (canvas: Canvas, expected: readonly string[]) =>
  waitFor(() => expect(peopleOn(canvas)).toEqual(expected));

/** Mia and Tom are here before you, and Ida comes and goes. Type something: they are told. Cut the cable: no one is known to be here. */
export const Open = meta.story({
  parameters: { server: { behaviour: livelyRoom } },
  play: async ({ canvas, server, userEvent }) => {
    await untilPeople(canvas, ['Mia', 'Tom', 'Me']);
    await userEvent.type(canvas.getByRole('textbox'), 'Hello');
    const said = () => server.received.map(readJson).filter(({ type }) => type === 'typing');
    await waitFor(() => expect(said()).toEqual([{ type: 'typing', isTyping: true }]));
    await userEvent.clear(canvas.getByRole('textbox'));
    await waitFor(() => expect(said()).toHaveLength(2));
    await expect(said()[1]).toEqual({ type: 'typing', isTyping: false });
  },
});

/** Ida comes, and Mia goes, before the list is here. It is older than that, and changes neither. */
export const ListComesLate = meta.story({
  parameters: { server: { behaviour: slowRoom.behaviour } },
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    await server.nextMessage();
    slowRoom.latest.come('Ida’s pad', 'Ida');
    slowRoom.latest.go('Mia’s phone');
    await expect(canvas.getByText('Who is here is not known.')).toBeVisible();
    await untilPeople(canvas, ['Ida', 'Tom', 'Me']);
  },
});

/** Mia has two devices. When one of them goes, she stays. */
export const TwoDevices = meta.story({
  play: async ({ canvas }) => {
    await untilPeople(canvas, ['Mia', 'Tom', 'Me']);
    room.latest.come('Mia’s desk', 'Mia');
    await untilPeople(canvas, ['Mia 2 devices', 'Tom', 'Me']);
    room.latest.go('Mia’s phone');
    await untilPeople(canvas, ['Tom', 'Me', 'Mia']);
    room.latest.go('Mia’s desk');
    await untilPeople(canvas, ['Tom', 'Me']);
  },
});

/** Mia leaves while the line is down, and no one says so. After it she is not here. */
export const NoGhosts = meta.story({
  play: async ({ canvas, server }) => {
    await untilPeople(canvas, ['Mia', 'Tom', 'Me']);
    await server.hold();
    await server.drop();
    await expect(await canvas.findByText('Who is here is not known.')).toBeVisible();
    room.latest.go('Mia’s phone');
    await canvas.findByText('connecting');
    await server.accept();
    await untilPeople(canvas, ['Tom', 'Me']);
  },
});

/** Tom types, and then says nothing more: five seconds later he types no longer. */
export const TypingEnds = meta.story({
  parameters: { clock: 'paused' },
  play: async ({ canvas, clock }) => {
    await untilPeople(canvas, ['Mia', 'Tom', 'Me']);
    room.latest.type('Tom’s desk', true);
    await untilPeople(canvas, ['Mia', 'Tom types…', 'Me']);
    await clock.advance(4_999);
    await expect(peopleOn(canvas)).toContain('Tom types…');
    await clock.advance(1);
    await untilPeople(canvas, ['Mia', 'Tom', 'Me']);
  },
});

/** Two handshakes are refused: the second wait is longer. A message proves the line, and the next wait is short. */
export const ShortAgain = meta.story({ ...SHORT_AGAIN, play: waitShortAgain() });

/** Unmounted while Tom types: no timer is left. */
export const Unmounted = meta.story({
  play: async ({ canvas, mount, server }) => {
    await mount();
    await untilPeople(canvas, ['Mia', 'Tom', 'Me']);
    room.latest.type('Tom’s desk', true);
    await untilPeople(canvas, ['Mia', 'Tom types…', 'Me']);
    await mount(<p>Another page</p>);
    await waitFor(() => expect(server.open).toHaveLength(0));
  },
});
