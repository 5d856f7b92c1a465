import type { HandshakePolicy } from '../../../mocks/socket-server.ts';
import type { Status } from './status.ts';

/** What there is to do where no connection is left to drive. */
export interface NextStep {
  readonly text: string;
  /** What a button beside it offers. */
  readonly offers: readonly ('accept' | 'remount')[];
}

const CONNECTS_AGAIN =
  'A pattern that reconnects does so by itself, after its wait. One that does not needs its own button, or a remount.';

const NO_CONNECTION: Record<HandshakePolicy, NextStep> = {
  accept: {
    text: `No connection is left. The server accepts the next one. ${CONNECTS_AGAIN}`,
    offers: ['remount'],
  },
  hold: {
    text: 'No connection is left, and the server leaves the next handshake unanswered.',
    offers: ['accept', 'remount'],
  },
  refuse: {
    text: 'No connection is left, and the server refuses the next one.',
    offers: ['accept', 'remount'],
  },
  close: {
    text: 'No connection is left, and the server closes the next one at once, as Controls say.',
    offers: ['accept', 'remount'],
  },
};

/** What the user can do next; nothing while there is a connection to drive. */
export function findNextStep({ server, isMounted, isServerLost }: Status): NextStep | undefined {
  if (!server || isServerLost) return undefined;
  const { policy, connecting, open, closing, ended } = server;
  if (connecting > 0 && policy === 'hold') {
    return { text: 'A handshake waits: accept it, or refuse it.', offers: ['accept'] };
  }
  if (connecting + open + closing > 0) return undefined;
  if (!isMounted) {
    return { text: 'The pattern is off the page. Switch mounted on, in Controls.', offers: [] };
  }
  if (ended === 0) {
    return {
      text: 'No connection has come yet: the pattern waits for the user, or for time.',
      offers: [],
    };
  }
  return NO_CONNECTION[policy];
}
