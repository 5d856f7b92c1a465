import { putOnTime } from '../../../mocks/clock.ts';
import { override } from '../override.ts';
import { Background, type PageState } from './background.ts';
import { PageTimers } from './page-timers.ts';
import { VirtualTime } from './virtual-time.ts';

/** Puts the page and the simulated network on one virtual time. Returns the undo. */
export function installVirtualTime(time: VirtualTime, page: PageState): () => void {
  if (isFaked()) throw new Error(ALREADY_FAKED);
  const background = new Background(time, page);
  const undos = [
    putOnTime(time),
    new PageTimers(time, background).install(),
    override(window, 'Date', time.Date),
    override(
      window,
      'performance',
      withNow(performance, () => time.now()),
    ),
    override(AbortSignal, 'timeout', (ms: number) => abortAfter(time, ms)),
    // Safari has none.
    ...('scheduler' in window ? [override(window.scheduler, 'postTask', taskAfter(time))] : []),
  ];
  return () => {
    for (const undo of undos.reverse()) undo();
    background.dispose();
    time.dispose();
  };
}

const ALREADY_FAKED =
  "Something else has replaced this page’s timers already: fake timers of Vitest or Jest, or of another story. Two clocks would each hold the other's timers. Call `vi.useRealTimers()` before the story is rendered, or take `clock` from its parameters.";

/** By the marks that `@sinonjs/fake-timers` leaves, which Vitest and Jest are built on. */
function isFaked(): boolean {
  return 'isFake' in Date || 'clock' in setTimeout;
}

/** The page's `performance`, with another `now`: React measures by the rest of it. */
function withNow(native: Performance, now: () => number): Performance {
  return new Proxy(native, {
    get(target, name) {
      if (name === 'now') return now;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

interface TaskOptions {
  readonly delay?: number;
  readonly signal?: AbortSignal;
}

/** https://wicg.github.io/scheduling-apis/#dom-scheduler-posttask, with no regard to priority. */
const taskAfter =
  (time: VirtualTime) =>
  async <T>(run: () => T, { delay = 0, signal }: TaskOptions = {}): Promise<T> => {
    signal?.throwIfAborted();
    await new Promise<void>((resolve, reject) => {
      const cancel = time.after(delay, resolve);
      signal?.addEventListener('abort', () => {
        cancel();
        reject(signal.reason as Error);
      });
    });
    return run();
  };

/** https://dom.spec.whatwg.org/#dom-abortsignal-timeout */
function abortAfter(time: VirtualTime, ms: number): AbortSignal {
  const controller = new AbortController();
  time.after(ms, () => {
    controller.abort(new DOMException('signal timed out', 'TimeoutError'));
  });
  return controller.signal;
}
