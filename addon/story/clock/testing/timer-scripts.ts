import { once, sleep, type Script } from './rig.ts';

/** Timers of every kind, without a socket. */
export const timerScripts: Record<string, Script> = {
  'timers run when they are due, not as they were set': async ({ note }) => {
    setTimeout(note, 90, 'third');
    setTimeout(note, 30, 'first');
    setTimeout(note, 60, 'second');
    await sleep(120);
  },
  'a timer sets the next': async ({ note }) => {
    const step = (left: number) => {
      note(`${left} left`);
      if (left > 0) setTimeout(step, 20, left - 1);
    };
    setTimeout(step, 20, 5);
    setTimeout(note, 70, 'another between the third and the fourth');
    await sleep(180);
  },
  'an interval ends itself, another is ended by a timeout': async ({ note }) => {
    let count = 0;
    const id = setInterval(() => {
      note(`tick ${++count}`);
      if (count === 3) clearInterval(id);
    }, 40);
    const other = setInterval(note, 70, 'tock');
    setTimeout(() => clearTimeout(other), 180);
    await sleep(220);
  },
  'what is due at one moment runs in the order of its setting, with microtasks between': async ({
    note,
  }) => {
    for (const name of ['a', 'b', 'c']) {
      setTimeout(() => {
        note(name);
        void Promise.resolve()
          .then(() => Promise.resolve())
          .then(() => note(`microtask of ${name}`));
        queueMicrotask(() => queueMicrotask(() => note(`nested microtask of ${name}`)));
      }, 30);
    }
    await sleep(60);
  },
  'a timer clears another that is due at the same moment': async ({ note }) => {
    setTimeout(() => clearTimeout(second), 30);
    const second = setTimeout(note, 30, 'never');
    const never = setTimeout(note, 40, 'never');
    setTimeout(() => void Promise.resolve().then(() => clearTimeout(never)), 30);
    await sleep(60);
    note('neither has run');
  },
  'delays of every kind': async ({ note }) => {
    const later = setTimeout as (run: unknown, ms?: unknown, ...args: unknown[]) => number;
    later(note, undefined, 'undefined');
    later(note, -5, 'negative');
    later(note, Number.NaN, 'not a number');
    later(note, '40', 'text');
    later(note, 20.9, 'a fraction');
    later((...args: unknown[]) => note(args.join()), 60, 1, 'two', null);
    clearTimeout(undefined);
    clearInterval(12_345);
    await sleep(80);
  },
  'a timer of no delay, set in a timer, comes before a later one': async ({ note }) => {
    setTimeout(() => {
      setTimeout(note, 0, 'nested');
      queueMicrotask(() => setTimeout(note, 0, 'nested in a microtask'));
    }, 20);
    setTimeout(note, 50, 'later');
    await sleep(70);
  },
  'a chain of timers of no delay does not stop time': async ({ note }) => {
    let isOver = false;
    const loop = () => {
      if (!isOver) setTimeout(loop, 0);
    };
    loop();
    const sleeper = async () => {
      while (!isOver) await sleep(0);
    };
    void sleeper();
    await sleep(60);
    isOver = true;
    note('time has passed');
  },
  'an async loop over promises and sleeps': async ({ note }) => {
    const work = async (name: string, ms: number) => {
      for (let round = 1; round <= 3; round++) {
        await Promise.all([sleep(ms), Promise.resolve()]);
        note(`${name} ${round}`);
      }
      return name;
    };
    setTimeout(note, 100, 'at 100');
    note(`${await Promise.race([work('slow', 40), work('fast', 25)])} wins`);
    await sleep(100);
  },
  'what a timer posts comes after all that was due with it': async ({ note }) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => note(`posted by ${String(data)}`);
    for (const name of ['a', 'b']) {
      setTimeout(() => {
        note(name);
        port2.postMessage(name);
      }, 30);
    }
    await sleep(60);
    port1.close();
  },
  'an error in a timer does not hold up the next': async ({ note }) => {
    const listening = new AbortController();
    const hear = (event: ErrorEvent) => {
      note(event.message);
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener('error', hear, { capture: true, signal: listening.signal });
    setTimeout(() => {
      throw new Error('thrown in a timer');
    }, 20);
    setTimeout(note, 20, 'the next');
    await sleep(50);
    listening.abort();
  },
  'animation frames: a loop, two in one frame, one that is cancelled': async ({ note }) => {
    await new Promise(requestAnimationFrame);
    requestAnimationFrame((at) => {
      note('first of a frame');
      requestAnimationFrame((next) => note(`the next frame is later: ${next > at}`));
      cancelAnimationFrame(cancelled);
    });
    requestAnimationFrame(() => note('second of a frame'));
    const cancelled = requestAnimationFrame(() => note('never'));
    for (let frame = 1; frame <= 4; frame++) {
      await new Promise(requestAnimationFrame);
      note(`frame ${frame}`);
    }
  },
  'an idle callback comes, and one that is cancelled does not': async ({ note }) => {
    cancelIdleCallback(requestIdleCallback(() => note('never')));
    await new Promise<void>((done) => {
      requestIdleCallback((deadline) => {
        note(`idle ${deadline.didTimeout} ${deadline.timeRemaining() >= 0}`);
        done();
      });
    });
  },
  'signals that time out, alone and with another': async ({ note }) => {
    const controller = new AbortController();
    const early = AbortSignal.timeout(30);
    const late = AbortSignal.any([AbortSignal.timeout(90), controller.signal]);
    early.addEventListener('abort', () => note(`early: ${String(early.reason)}`));
    late.addEventListener('abort', () => note(`late: ${String(late.reason)}`));
    setTimeout(() => controller.abort('by hand'), 60);
    await once(late, 'abort');
    note(`${early.aborted}`);
    await sleep(60);
  },
  'tasks that are posted with a delay, and one that is aborted': async ({ note }) => {
    const controller = new AbortController();
    const { signal } = controller;
    const aborted = scheduler.postTask(() => note('never'), { delay: 60, signal });
    aborted.catch((error: unknown) => note(String(error)));
    setTimeout(() => controller.abort(), 20);
    await scheduler.postTask(() => note('done'), { delay: 40 });
    await scheduler
      .postTask(() => Promise.reject(new Error('failed')))
      .catch(String)
      .then(note);
    await sleep(40);
  },
  'Date and performance agree on what has passed': async ({ note }) => {
    const [date, ms] = [Date.now(), performance.now()];
    await sleep(60);
    // Both are rounded, and a real timer may be a little early by one of them.
    note(`${new Date().getTime() - date >= 59} ${performance.now() - ms >= 59}`);
    note(`${new Date(0).toISOString()} ${Date.UTC(2020, 1)} ${new Date() instanceof Date}`);
    note(`${performance.timeOrigin > 1e12} ${performance.getEntriesByType('navigation').length}`);
  },
};
