/** One need, what to take for it, and the rows that say so: a test asks whether they still do. */
export interface Advice {
  readonly need: string;
  /** The key of a column. */
  readonly take: string;
  readonly why: string;
  readonly rows: readonly string[];
}

export const ADVICE: readonly Advice[] = [
  {
    need: 'You show what a server sends, and a lost connection is no harm.',
    take: 'bare/defaults',
    why: 'Twenty lines and no library: nothing is left behind, and nothing comes back by itself.',
    rows: ['burst', 'strict-mode', 'unmount', 'flood'],
  },
  {
    need: 'The connection has to come back by itself, whatever has happened to it.',
    take: 'reliable/defaults',
    why: 'It finds a silent line, listens to the page, and stays away when the server says so.',
    rows: ['drop', 'stall', 'hold', 'flapping', 'herd', 'close-1008', 'offline', 'hidden', 'token'],
  },
  {
    need: 'No message of the user may be lost.',
    take: 'acknowledged/defaults',
    why: 'It keeps each message until the server has said that it has it.',
    rows: ['send-connecting', 'send-closing', 'send-waiting', 'send-lost'],
  },
  {
    need: 'You want a small package from npm in place of WebSocket.',
    take: 'partysocket/defaults',
    why: 'It comes back with growing waits, gives up a handshake that hangs, and keeps what is sent meanwhile.',
    rows: ['drop', 'hold', 'refuse', 'herd', 'send-connecting', 'send-waiting'],
  },
  {
    need: 'Many components want one socket, by one hook.',
    take: 'react-use-websocket/best',
    why: 'Its option `share` makes it one. Set the others too: by default it does not come back.',
    rows: ['two', 'drop', 'burst', 'unmount'],
  },
  {
    need: 'The server is yours, and may speak a protocol of a library.',
    take: 'socket-io/best',
    why: 'Rooms and acknowledgements on both sides; with `retries` it sends again what a dead line has swallowed.',
    rows: ['stall', 'hold', 'offline', 'hidden', 'send-lost'],
  },
];
