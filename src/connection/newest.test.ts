import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newest, type Newest } from './newest.ts';

let handed: [values: Record<string, number>, count: number][];
let queue: Newest<number>;
let frames: Map<number, () => void>;

beforeEach(() => {
  handed = [];
  frames = new Map();
  let asked = 0;
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => {
    asked += 1;
    frames.set(asked, run);
    return asked;
  });
  vi.stubGlobal('cancelAnimationFrame', (id: number) => frames.delete(id));
  queue = newest((values, count) => handed.push([Object.fromEntries(values), count]));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

function frame() {
  const due = [...frames.values()];
  frames.clear();
  for (const run of due) run();
}

test('hands over the newest value of each key once a frame, and how many there were', () => {
  queue.set('a', 1);
  queue.set('b', 2);
  queue.set('a', 3);
  expect(handed).toEqual([]);
  expect(frames.size).toBe(1);
  frame();
  expect(handed).toEqual([[{ a: 3, b: 2 }, 3]]);
  queue.set('b', 4);
  frame();
  expect(handed[1]).toEqual([{ b: 4 }, 1]);
});

test('asks for no frame without a value', () => {
  queue.set('a', 1);
  frame();
  expect(frames.size).toBe(0);
});

test('hands over at once where it is told to, and not again at the frame', () => {
  queue.set('a', 1);
  queue.flush();
  expect(handed).toEqual([[{ a: 1 }, 1]]);
  frame();
  queue.flush();
  expect(handed).toHaveLength(1);
});
