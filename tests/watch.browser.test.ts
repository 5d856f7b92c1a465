import { delay } from 'msw';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { settle } from '../addon/leaks/check.ts';
import { reportForeign, Watch } from '../addon/leaks/watch.ts';

const FAR_AWAY_MS = 1_000_000;

let watch: Watch;
let undos: (() => void)[] = [];
beforeEach(() => {
  // Below the watch, so that it sees timers of a clock that a test moves.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  watch = new Watch();
});
afterEach(() => {
  for (const undo of undos) undo();
  undos = [];
  watch.stop();
  vi.useRealTimers();
});

const left = () => watch.held(false).map(({ what }) => what);
const ignore = () => undefined;

describe('the watch on a page', () => {
  test('sees a timer until it is cleared', () => {
    const id = setTimeout(ignore, FAR_AWAY_MS);
    expect(left()).toEqual([`setTimeout of ${FAR_AWAY_MS} ms`]);
    clearTimeout(id);
    expect(left()).toEqual([]);
  });

  test('sees a timer until it has run', () => {
    const run = vi.fn();
    setTimeout(run, 1, 'with an argument');
    expect(left()).toEqual(['setTimeout of 1 ms']);
    vi.advanceTimersByTime(1);
    expect(run).toHaveBeenCalledExactlyOnceWith('with an argument');
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

  test('hears console errors', () => {
    console.error('something', new Error('is wrong'));
    expect(watch.complaints[0]).toMatch(/^console.error: something Error: is wrong/);
  });

  test('keeps a timer that was set on the page and runs after the pattern has left it', () => {
    const run = vi.fn();
    setTimeout(run, 1);
    watch.leave();
    vi.advanceTimersByTime(1);
    expect(run).toHaveBeenCalledOnce();
    expect(left()).toEqual(['setTimeout of 1 ms']);
  });

  test('keeps it where its own callback clears it', () => {
    const id = setTimeout(() => clearTimeout(id), 1);
    watch.leave();
    vi.advanceTimersByTime(1);
    expect(left()).toEqual(['setTimeout of 1 ms']);
  });

  test('lets a timer run out that is a library’s, or is set while the pattern leaves', () => {
    const run = vi.fn();
    void delay(1).then(run);
    watch.leave();
    setTimeout(run, 1);
    expect(left()).toEqual(['setTimeout of 1 ms', 'setTimeout of 1 ms']);
    vi.advanceTimersByTime(1);
    expect(run).toHaveBeenCalledOnce();
    expect(left()).toEqual([]);
  });

  test('ends what it has seen, and what comes after', () => {
    watch.stop();
    const clear = vi.spyOn(window, 'clearInterval');
    watch = new Watch();
    setInterval(ignore, FAR_AWAY_MS);
    const late: string[] = [];
    watch.end(({ what }) => late.push(what));
    expect(clear).toHaveBeenCalledOnce();
    setInterval(ignore, FAR_AWAY_MS);
    expect(late).toEqual([`setInterval of ${FAR_AWAY_MS} ms`]);
    expect(clear).toHaveBeenCalledTimes(2);
    clear.mockRestore();
  });

  test('leaves to another watch what both have seen, and the last ends it', () => {
    const other = new Watch();
    window.addEventListener('lab-event', ignore);
    watch.stop();
    expect(other.held(false)).toHaveLength(1);
    other.stop();
  });

  test('does not hear what it reports of another story, so that a test runner does', () => {
    watch.stop();
    const unlisten = vi.spyOn(window, 'removeEventListener');
    watch = new Watch();
    let unheard: string[] = [];
    const report = vi.spyOn(window, 'reportError').mockImplementation(() => {
      unheard = unlisten.mock.calls.map(([type]) => type);
    });
    reportForeign(new Error('of another story'));
    unlisten.mockRestore();
    report.mockRestore();
    expect(unheard).toEqual(['error', 'unhandledrejection']);
  });

  test('does not wait for a story that holds nothing', async () => {
    const settled = vi.fn();
    void settle('a story', watch).then(settled);
    await Promise.resolve();
    expect(settled).toHaveBeenCalledOnce();
  });

  test('gives the page its own functions back', () => {
    watch.stop();
    const names = ['setTimeout', 'clearInterval', 'addEventListener'];
    const functions = () => names.map((name) => Reflect.get(window, name) as unknown);
    const before = functions();
    watch = new Watch();
    expect(functions()).not.toEqual(before);
    watch.stop();
    expect(functions()).toEqual(before);
  });
});
