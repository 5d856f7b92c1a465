import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { watchPage, type Watch } from './watch.ts';

const FAR_AWAY_MS = 1_000_000;

let watch: Watch;
let undos: (() => void)[] = [];
beforeEach(() => {
  watch = watchPage(() => true);
});
afterEach(() => {
  for (const undo of undos) undo();
  undos = [];
  watch.stop();
});

const left = () => watch.leftovers.map(({ what }) => what);
const ignore = () => undefined;

describe('the watch on a page', () => {
  test('sees a timer until it is cleared', () => {
    const id = setTimeout(ignore, FAR_AWAY_MS);
    expect(left()).toEqual([`setTimeout of ${FAR_AWAY_MS} ms`]);
    clearTimeout(id);
    expect(left()).toEqual([]);
  });

  test('sees a timer until it has run', async () => {
    await new Promise((resolve) => {
      setTimeout(resolve, 1, 'with an argument');
      expect(left()).toEqual(['setTimeout of 1 ms']);
    }).then((argument) => {
      expect(argument).toBe('with an argument');
    });
    expect(left()).toEqual([]);
  });

  test('sees an interval until it is cleared', () => {
    const id = setInterval(ignore, FAR_AWAY_MS);
    expect(left()).toEqual([`setInterval of ${FAR_AWAY_MS} ms`]);
    clearInterval(id);
    expect(left()).toEqual([]);
  });

  test('knows that clearTimeout ends an interval too', () => {
    clearTimeout(setInterval(ignore, FAR_AWAY_MS));
    expect(left()).toEqual([]);
  });

  test('sees an animation frame until it is cancelled', () => {
    const id = requestAnimationFrame(ignore);
    expect(left()).toEqual(['requestAnimationFrame']);
    cancelAnimationFrame(id);
    expect(left()).toEqual([]);
  });

  test('tells listeners apart by target, type, callback and capture', () => {
    window.addEventListener('online', ignore);
    window.addEventListener('online', ignore, true);
    document.addEventListener('visibilitychange', ignore);
    undos = [() => window.removeEventListener('online', ignore, { capture: true })];
    document.removeEventListener('visibilitychange', ignore);
    window.removeEventListener('online', ignore);
    expect(left()).toEqual(['online listener on window']);
  });

  test('sees a listener until its signal is aborted', () => {
    const controller = new AbortController();
    window.addEventListener('online', ignore, { signal: controller.signal });
    expect(left()).toEqual(['online listener on window']);
    controller.abort();
    expect(left()).toEqual([]);
  });

  test('sees a listener that is called once until it has been', () => {
    window.addEventListener('lab-event', ignore, { once: true });
    expect(left()).toEqual(['lab-event listener on window']);
    window.dispatchEvent(new Event('lab-event'));
    expect(left()).toEqual([]);
  });

  test('leaves alone what others set up', () => {
    watch.stop();
    watch = watchPage((stack) => stack.includes('/somewhere/else/'));
    const id = setTimeout(ignore, FAR_AWAY_MS);
    undos = [() => clearTimeout(id)];
    expect(left()).toEqual([]);
  });

  test('hears console errors', () => {
    console.error('something', new Error('is wrong'));
    expect(watch.complaints[0]).toMatch(/^console.error: something Error: is wrong/);
  });

  test('gives the page its own functions back', () => {
    watch.stop();
    const names = ['setTimeout', 'clearInterval', 'addEventListener'];
    const functions = () => names.map((name) => Reflect.get(window, name) as unknown);
    const before = functions();
    watch = watchPage(() => true);
    expect(functions()).not.toEqual(before);
    watch.stop();
    expect(functions()).toEqual(before);
  });
});
