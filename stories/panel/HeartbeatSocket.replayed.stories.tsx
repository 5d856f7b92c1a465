import preview from '../../.storybook/preview';
import { replays } from 'react-websocket-lab';
import { expect } from 'storybook/test';
import { HeartbeatSocket } from '../../src/patterns/14-heartbeat/HeartbeatSocket';

/** What the server sent, and what the page sent, as it was recorded. */
const recorded = replays({
  log: {
    version: '1.2',
    entries: [
      {
        startedDateTime: '1970-01-01T00:00:00.000Z',
        time: 40,
        request: { url: 'wss://shop.example/live?room=7' },
        response: { status: 101 },
        timings: { wait: 40 },
        _webSocketMessages: [
          { type: 'receive', time: 1, opcode: 1, data: 'hello' },
          { type: 'receive', time: 5, opcode: 2, data: 'AQIDBA==' },
          { type: 'send', time: 30, opcode: 1, data: 'ping' },
          { type: 'receive', time: 30.05, opcode: 1, data: 'pong' },
          { type: 'send', time: 55.05, opcode: 1, data: 'ping' },
          { type: 'receive', time: 55.1, opcode: 1, data: 'pong' },
        ],
      },
    ],
  },
});

const meta = preview.meta({
  component: HeartbeatSocket,
  args: { url: 'wss://lab.test' },
});

/** The page does what it did when this was recorded. */
export const Replayed = meta.story({
  // A real network does not wait for the clock.
  tags: ['simulated-only'],
  parameters: { clock: 'paused', server: { behaviour: recorded } },
  play: async ({ clock }) => {
    // What a user did is not recorded. Do it here, at its time: after `await clock.advance(ms)`.
    await clock.advance(recorded.durationMs);
    await expect(recorded.differences).toEqual([]);
  },
});
