import type { Verb } from './command.ts';
import type { ServerStatus } from './status.ts';

interface VerbInfo {
  readonly verb: Verb;
  /** What it does, for who does not know it yet. */
  readonly does: string;
  /** In Storybook's notation. E, I, L and V are taken by Storybook's own. */
  readonly shortcut: readonly string[];
  /** Whether a connection can act on it now. Those that decide handshakes need none. */
  readonly canDo: (server: ServerStatus) => boolean;
}

const alive = ({ connecting, open, closing }: ServerStatus) => connecting + open + closing;

/** All verbs of the server, in the order of a connection's life. */
export const VERBS: readonly VerbInfo[] = [
  {
    verb: 'accept',
    does: 'Answers the handshake with 101, now and later',
    shortcut: ['alt', 'shift', 'A'],
    canDo: () => true,
  },
  {
    verb: 'hold',
    does: 'Leaves handshakes unanswered',
    shortcut: ['alt', 'shift', 'H'],
    canDo: () => true,
  },
  {
    verb: 'refuse',
    does: 'Answers the handshake with an HTTP status, now and later',
    shortcut: ['alt', 'shift', 'R'],
    canDo: () => true,
  },
  {
    verb: 'send',
    does: 'Sends the message',
    shortcut: ['alt', 'shift', 'S'],
    canDo: ({ open }) => open > 0,
  },
  {
    verb: 'close',
    does: 'Starts the closing handshake',
    shortcut: ['alt', 'shift', 'C'],
    canDo: ({ open }) => open > 0,
  },
  {
    verb: 'drop',
    does: 'Cuts the cable: close 1006, no error',
    shortcut: ['alt', 'shift', 'D'],
    canDo: (server) => alive(server) > 0,
  },
  {
    verb: 'fail',
    does: 'Breaks the protocol: error, then close 1006',
    shortcut: ['alt', 'shift', 'F'],
    canDo: ({ open, closing }) => open + closing > 0,
  },
  {
    verb: 'stall',
    does: 'Goes silent, while the socket stays OPEN',
    shortcut: ['alt', 'shift', 'Q'],
    canDo: (server) => alive(server) > server.stalled,
  },
  {
    verb: 'resume',
    does: 'Ends the silence: sends and reads what was held back',
    shortcut: ['alt', 'shift', 'U'],
    canDo: ({ stalled }) => stalled > 0,
  },
];
