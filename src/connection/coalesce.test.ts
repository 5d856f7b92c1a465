import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { coalesce } from './coalesce.ts';

const onItems = vi.fn<(items: readonly number[]) => void>();
/** What is due at the next frame. */
let frames = new Map<number, FrameRequestCallback>();
let asked = 0;
const nextFrame = () => {
  const due = [...frames.values()];
  frames.clear();
  for (const callback of due) callback(0);
};

beforeEach(() => {
  asked = 0;
  frames = new Map();
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => {
    asked += 1;
    frames.set(asked, callback);
    return asked;
  });
  vi.stubGlobal('cancelAnimationFrame', (id: number) => frames.delete(id));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetAllMocks();
});

test('hands over once a frame, in order', () => {
  const { add } = coalesce(onItems);
  for (const item of [1, 2, 3]) add(item);
  expect(onItems).not.toHaveBeenCalled();
  expect(asked).toBe(1);
  nextFrame();
  add(4);
  nextFrame();
  nextFrame();
  expect(onItems.mock.calls).toEqual([[[1, 2, 3]], [[4]]]);
  expect(asked).toBe(2);
});

test('hands over at once when it is told to, and asks for no frame then', () => {
  const { add, flush } = coalesce(onItems);
  add(1);
  add(2);
  flush();
  flush();
  expect(onItems.mock.calls).toEqual([[[1, 2]]]);
  expect(frames.size).toBe(0);
  add(3);
  nextFrame();
  expect(onItems).toHaveBeenLastCalledWith([3]);
});

test('has a bound where no frame comes, and loses nothing', () => {
  const { add, flush } = coalesce(onItems, 10);
  for (let item = 1; item <= 25; item++) add(item);
  expect(onItems.mock.calls.map(([{ length }]) => length)).toEqual([10, 10]);
  flush();
  expect(onItems.mock.calls.flat(2)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
});

test('hands nothing over twice, also where the handler throws', () => {
  const { add, flush } = coalesce(onItems);
  onItems.mockImplementationOnce(() => {
    throw new Error('in the handler');
  });
  add(1);
  expect(flush).toThrow('in the handler');
  add(2);
  flush();
  expect(onItems).toHaveBeenLastCalledWith([2]);
});
