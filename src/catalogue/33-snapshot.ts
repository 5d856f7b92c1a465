import type { Pattern } from './pattern.ts';

export const SNAPSHOT: Pattern = {
  folder: '33-snapshot',
  group: 'receiving',
  title: 'Snapshot and deltas',
  lesson:
    'Subscribe, hold the deltas until the snapshot has come, apply only the newer ones, and fetch again where one is missing.',
  view: 'ReplicaSocket.tsx',
  symptoms: [
    'The table in the browser differs from the server’s',
    'An update is lost between the first fetch and the subscription',
    'An order book is wrong after a while',
  ],
  prevents:
    'A page that fetches first and subscribes then misses what changes in between, and shows it wrong until that entry changes again. One that applies each delta does not notice that one is missing.',
  notNeeded:
    'You do not need it when each message carries all of the state, or when the state is small enough to be sent again at each change. Well-kept libraries that do it for you: Convex, Zero, and Electric, each with its own server.',
  rules: [
    {
      text: 'How an exchange wants it done: open the stream, hold its events, get the snapshot, drop the older events.',
      url: 'https://developers.binance.com/docs/binance-spot-api-docs/web-socket-streams',
    },
    {
      text: 'WebSocket keeps the order of messages on one connection. It says nothing about those of another request.',
      url: 'https://www.rfc-editor.org/rfc/rfc6455#section-5.4',
    },
  ],
  differs: { endings: 'It does not stay closed: it waits, and connects again.' },
};
