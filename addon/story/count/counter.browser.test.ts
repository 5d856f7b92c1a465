import { expect, test } from 'vitest';
import { SimulatedServer } from '../../../mocks/simulated-server.ts';
import { SimulatedWebSocket } from '../../../mocks/simulated-web-socket.ts';
import { Instruments } from '../instruments.ts';
import { Counter } from './counter.ts';

async function openInstruments(storyId: string) {
  const instruments = await Instruments.open({ clock: 'real', count: 'on', storyId });
  return { count: instruments.count, close: () => instruments.close() };
}

test('ends with its story', async () => {
  const storyId = 'a-story';
  const { count, close } = await openInstruments(storyId);
  const server = new SimulatedServer('wss://lab.test/after', storyId);
  const socket = new SimulatedWebSocket(server.url);
  const received: unknown[] = [];
  socket.onmessage = ({ data }) => received.push(data);
  await server.nextConnection();
  await server.send('in time');
  await expect.poll(() => received).toHaveLength(1);
  close();
  await server.send('late');
  await expect.poll(() => received).toHaveLength(2);
  expect(count.figures.messages).toBe(1);
  socket.close();
  server.dispose();
});

test('what is shown has the time of the main thread too, once that is known', async () => {
  const counter = new Counter('a-story');
  // As long as there is something to do, the main thread is not free.
  let isHeld = true;
  const hold = () => {
    if (isHeld) void scheduler.postTask(hold);
  };
  hold();
  const next = () =>
    new Promise<void>((resolve) => {
      const undo = counter.subscribe(() => {
        undo();
        resolve();
      });
    });
  counter.committed(undefined, 1);
  await next();
  expect(counter.getShown()).toMatchObject({ commits: 1, mainThreadMs: 0 });
  isHeld = false;
  await next();
  expect(counter.getShown().mainThreadMs).toBeGreaterThan(1);
  counter.close();
});

test('no commit at the mount means that this React has no Profiler, and that is said', () => {
  const counter = new Counter('a-story');
  expect(counter.figures.commits).toBe(0);
  counter.mounted();
  expect(() => counter.figures).toThrow('developmentModeForBuild: true');
  counter.close();
});
