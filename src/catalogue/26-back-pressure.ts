import type { Pattern } from './pattern.ts';

export const BACK_PRESSURE: Pattern = {
  folder: '26-back-pressure',
  group: 'sending',
  title: 'Ask before you add',
  lesson:
    'Look at `bufferedAmount` before each piece, and wait while too much is still to be sent.',
  view: 'BackPressureSocket.tsx',
  symptoms: [
    'Memory grows while I send a lot over a WebSocket',
    'bufferedAmount keeps growing',
    'Small messages are stuck behind a big upload',
  ],
  prevents:
    '`send` takes everything, however slow the network is: on a line that has stalled, 8 MiB wait in memory, and all that is sent later waits behind them. To count after adding is too late: the piece is in.',
  notNeeded:
    'You do not need it where messages are small and seldom. `WebSocketStream` waits by itself; Chromium alone has it.',
  rules: [
    {
      text: '`bufferedAmount` counts what `send` was given and the network has not taken. It does not fall back to zero when the connection ends.',
      url: 'https://websockets.spec.whatwg.org/#dom-websocket-bufferedamount',
    },
    {
      text: 'The WebSocket API cannot apply back-pressure; `WebSocketStream` can.',
      url: 'https://developer.mozilla.org/en-US/docs/Web/API/WebSocketStream',
    },
  ],
};
