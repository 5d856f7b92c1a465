import type { Pitfall } from '../../catalogue/pitfall.ts';

export const SEND_BEFORE_OPEN: Pitfall = {
  folder: 'p14-send-before-open',
  title: 'Sending before the socket is open',
  symptoms: [
    "Failed to execute 'send' on 'WebSocket': Still in CONNECTING state",
    'InvalidStateError on send',
    'The first message is lost',
    'Messages sent right after new WebSocket() never arrive',
  ],
  why: 'The handshake takes a round trip or more, and until it is done `send` throws an `InvalidStateError`, so what is said first is what gets lost. Keep it in a list, and send the list, in order, when the socket opens.',
  figure: {
    label: 'Thrown by send',
    when: 'of three messages that it is to send at once',
    broken: 3,
    fixed: 0,
  },
  pattern: '21-outbox',
};
