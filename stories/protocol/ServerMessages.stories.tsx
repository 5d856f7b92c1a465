import { expect, waitFor } from 'storybook/test';
import type { StoryContext } from '@storybook/react-vite';
import preview from '#.storybook/preview';
import { announcesChanges } from '../../mocks/protocol-servers/announces-changes.ts';
import { acknowledges } from '../../mocks/protocol-servers/acknowledges.ts';
import { answersRequests } from '../../mocks/protocol-servers/answers-requests.ts';
import { collectsChunks } from '../../mocks/protocol-servers/collects-chunks.ts';
import { streamsAnswers } from '../../mocks/protocol-servers/streams-answers.ts';
import { endsTokenAfter } from '../../mocks/protocol-servers/ends-token-after.ts';
import { keepsRooms } from '../../mocks/protocol-servers/keeps-rooms.ts';
import { NumberedLog } from '../../mocks/protocol-servers/numbered-log.ts';
import { replaysFrom } from '../../mocks/protocol-servers/replays-from.ts';
import { sendsSnapshotAndDeltas } from '../../mocks/protocol-servers/sends-snapshot-and-deltas.ts';
import { tracksPresence } from '../../mocks/protocol-servers/tracks-presence.ts';
import type { Behaviour } from '../../mocks/behaviours.ts';
import { fresh } from '../fresh.ts';
import { Conversation } from './server-messages/Conversation.tsx';
import { Schemas } from './server-messages/Schemas.tsx';
import { SERVERS } from './server-messages/servers.ts';

const meta = preview.meta({
  component: Conversation,
  args: { url: 'wss://lab.test' },
  // The page around it is ServerMessages.mdx.
  tags: ['!autodocs'],
  parameters: { controls: { include: [] } },
});

type Reader = Pick<StoryContext, 'canvas' | 'userEvent'>;

/** Presses a button of the conversation, as soon as it can be pressed. */
async function press({ canvas, userEvent }: Reader, name: string | RegExp) {
  const button = canvas.getByRole('button', { name });
  await waitFor(() => expect(button).not.toHaveAttribute('aria-disabled', 'true'));
  await userEvent.click(button);
}

/** Waits until this was said. */
const hear = ({ canvas }: Reader, text: string) =>
  waitFor(() =>
    expect(canvas.getByRole('list', { name: 'What was said' })).toHaveTextContent(text),
  );

/** A token is good for five seconds here: log in again before that, and the connection stays. */
export const Tokens = meta.story({
  args: { server: SERVERS.tokens },
  parameters: { server: { behaviour: endsTokenAfter(5_000) } },
  play: async (reader) => {
    await press(reader, /"login"/);
    await hear(reader, '{"type":"token-expires","inMs":5000}');
  },
});

/** A request and its reply have one id. */
export const Requests = meta.story({
  args: { server: SERVERS.requests },
  parameters: { server: { behaviour: fresh(() => answersRequests({ delayMs: 500 })).behaviour } },
  play: async (reader) => {
    await press(reader, /"request"/);
    await hear(reader, '{"type":"reply","id":"r1"');
  },
});

/** A question, and its answer in pieces. */
export const Answers = meta.story({
  args: { server: SERVERS.answers },
  parameters: { server: { behaviour: fresh(streamsAnswers).behaviour } },
  play: async (reader) => {
    await press(reader, /"ask"/);
    await hear(reader, '{"type":"piece","id":"a1","n":1');
  },
});

/** An `ack` says that the server has it. */
export const Acknowledgements = meta.story({
  args: { server: SERVERS.acknowledgements },
  parameters: { server: { behaviour: fresh(acknowledges).behaviour } },
  play: async (reader) => {
    await press(reader, /"message"/);
    await hear(reader, '{"type":"ack","id":"m1"}');
  },
});

let log = new NumberedLog();
const replays: Behaviour = (server) => {
  log = new NumberedLog(3);
  return replaysFrom(log)(server);
};

/** This one keeps its last three events. */
export const Events = meta.story({
  args: {
    server: SERVERS.events,
    acts: { 'Add an event': () => void log.add(`event ${log.latest + 1}`) },
  },
  parameters: { server: { behaviour: replays } },
  play: async (reader) => {
    for (let n = 0; n < 4; n += 1) await press(reader, 'Add an event');
    await press(reader, /"resume"/);
    await hear(reader, '"too-old","oldest":2,"latest":4');
    const field = reader.canvas.getByRole('textbox', { name: 'Say' });
    await reader.userEvent.clear(field);
    await reader.userEvent.type(field, '{{"type":"resume","since":2}{Enter}');
    await hear(reader, '{"type":"resumed","latest":4}');
    await hear(reader, '{"type":"event","seq":3,"body":"event 3"}');
  },
});

const rooms = fresh(() =>
  keepsRooms({ refuses: (room) => (room === 'staff' ? 'members only' : undefined) }),
);

/** The room _staff_ is refused. */
export const Rooms = meta.story({
  args: {
    server: SERVERS.rooms,
    acts: { 'Say something in news': () => rooms.latest.say('news', 'from the server') },
  },
  parameters: { server: { behaviour: rooms.behaviour } },
  play: async (reader) => {
    await press(reader, /"say"/);
    await hear(reader, 'join news first');
    await press(reader, /"join"/);
    await hear(reader, '"joined"');
    await press(reader, 'Say something in news');
    await hear(reader, '"body":"from the server"');
  },
});

const table = fresh(() => sendsSnapshotAndDeltas({ entries: { ACME: 10 }, delayMs: 500 }));

/** A snapshot takes half a second here: a change in between comes before it, as a delta. */
export const Table = meta.story({
  args: {
    server: SERVERS.table,
    acts: {
      'Change a price': () => table.latest.set('ACME', Number(table.latest.entries['ACME']) + 1),
    },
  },
  parameters: { server: { behaviour: table.behaviour } },
  play: async (reader) => {
    await press(reader, /"subscribe"/);
    await hear(reader, '"subscribed","seq":0');
    await press(reader, /"fetch-snapshot"/);
    await press(reader, 'Change a price');
    await hear(reader, '"snapshot","seq":0');
    await hear(reader, '"delta","seq":1,"key":"ACME","value":11');
  },
});

/** The server says how much of the file it has: nothing yet. */
export const Uploads = meta.story({
  args: { server: SERVERS.uploads },
  parameters: { server: { behaviour: fresh(collectsChunks).behaviour } },
  play: async (reader) => {
    await press(reader, /"upload"/);
    await hear(reader, '{"type":"upload-at","id":"f1","offset":0}');
  },
});

const shop = fresh(() => announcesChanges({ entries: { apples: 1 } }));

/** A price changes. What it is now, the page must ask for. */
export const Changes = meta.story({
  args: {
    server: SERVERS.changes,
    acts: { 'Change a price': () => shop.latest.set('apples', 2) },
  },
  parameters: { server: { behaviour: shop.behaviour } },
  play: async (reader) => {
    await press(reader, 'Change a price');
    await hear(reader, '{"type":"changed","key":"apples"}');
    await expect(await shop.latest.read('apples')).toBe(2);
  },
});

const presence = fresh(() => tracksPresence({ devices: { phone: 'Mia' } }));

/** Mia is there with her phone. Enter, and let Tom come and go. */
export const Presence = meta.story({
  args: {
    server: SERVERS.presence,
    acts: {
      'Tom comes': () => presence.latest.come('desk', 'Tom'),
      'Tom types': () => presence.latest.type('desk', true),
      'Tom goes': () => presence.latest.go('desk'),
    },
  },
  parameters: { server: { behaviour: presence.behaviour } },
  play: async (reader) => {
    await press(reader, /"enter"/);
    await hear(reader, '{"device":"phone","user":"Mia"}');
    await press(reader, 'Tom comes');
    await press(reader, 'Tom types');
    await press(reader, 'Tom goes');
    await hear(reader, '{"type":"went","device":"desk"}');
  },
});

/** The whole protocol. */
export const Schema = meta.story({
  args: { server: SERVERS.requests },
  render: () => <Schemas />,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByText('What the page says'));
    await expect(await canvas.findByText(/"const": "request"/)).toBeVisible();
  },
});
