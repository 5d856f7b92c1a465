import type { Detector } from './warning.ts';

/** What is sent on a socket that closes, or has closed: the browser drops it without an error. */
export const discarded: Detector = ({ event }) =>
  event.type === 'discarded'
    ? {
        kind: 'discarded',
        text: 'WebSocket is already in CLOSING or CLOSED state. (So says the browser’s console. The message is lost, and send() has not thrown.)',
        pitfall: 'p14-send-before-open',
      }
    : undefined;
