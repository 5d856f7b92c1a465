import { afterEach, beforeEach, expect, test } from 'vitest';
import { SimulatedServer } from '../../../mocks/simulated-server.ts';
import { SimulatedWebSocket } from '../../../mocks/simulated-web-socket.ts';
import { Circumstances } from '../circumstances.ts';
import { VirtualClock } from './virtual-clock.ts';

const URL_OF_TEST = 'wss://lab.test/clock';

let clock: VirtualClock;
let server: SimulatedServer;
beforeEach(() => {
  clock = new VirtualClock(new Circumstances());
  server = new SimulatedServer(URL_OF_TEST);
});
afterEach(() => {
  server.dispose();
  clock.dispose();
});

test('a Close frame that is never answered ends after a minute of its time', async () => {
  const socket = new SimulatedWebSocket(URL_OF_TEST);
  const closed: CloseEvent[] = [];
  socket.addEventListener('close', (event) => closed.push(event));
  await clock.advance(0);
  await server.stall();
  socket.close();
  await clock.advance(59_999);
  expect([socket.readyState, closed]).toEqual([WebSocket.CLOSING, []]);
  await clock.advance(1);
  expect(closed).toMatchObject([{ code: 1006, wasClean: false }]);
});

test('runs every timer of an hour', async () => {
  let beats = 0;
  const id = setInterval(() => {
    beats += 1;
  }, 30_000);
  await clock.advance(3_600_000);
  clearInterval(id);
  expect([beats, clock.now]).toEqual([120, 3_600_000]);
});

test('moves once for each call, in the order of the calls', async () => {
  const seen: number[] = [];
  setTimeout(() => seen.push(clock.now), 20);
  await Promise.all([clock.advance(10), clock.runToNext(), clock.advance(5)]);
  expect([seen, clock.now]).toEqual([[20], 25]);
});

test('says so where timers set each other without end at one moment', async () => {
  const { port1, port2 } = new MessageChannel();
  // A task of another kind in between: a chain of timers alone is slowed down, as in a browser.
  port1.onmessage = () => setTimeout(() => port2.postMessage(null), 0);
  setTimeout(() => port2.postMessage(null), 0);
  await expect(clock.advance(10)).rejects.toThrow('The clock stands still at 0 ms');
  port1.close();
  await clock.advance(10);
});

test.for([-1, Number.NaN, 2 ** 31])('does not advance by %s', async (ms) => {
  await expect(clock.advance(ms)).rejects.toThrow(`from 0 to 2147483647, and ${ms} is not`);
});

test.for([0, -1, Infinity])('does not play %s times as fast', (speed) => {
  expect(() => clock.play(speed)).toThrow(`and ${speed} is not. \`clock.pause()\` stops time.`);
});
