/** Each kind of leak fails its story, with what is left and the line of code that made it. */
import { createPortal, flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { startTimer } from './leaks/below-types.ts';
import belowTypes from './leaks/below-types.ts?raw';
import {
  failureOf,
  ignore,
  nextStory,
  storyOf,
  type Effect,
  type Options,
} from './leaks/story-of.tsx';

const FAR_AWAY_MS = 1_000_000;
const pending = () => new Promise<void>(ignore);

/** As it was before it became an `EventTarget`, and still is in some libraries. */
interface OlderMediaQueryList {
  addListener(listener: () => void): void;
}

test('names the line of the source, and not of the file that Vite makes of it', async () => {
  const line = belowTypes.split('\n').findIndex((text) => text.includes('setTimeout(')) + 1;
  const words = await failureOf(storyOf(startTimer));
  expect(words).toMatch(new RegExp(`made at startTimer \\(http.+/below-types\\.ts.*:${line}:3\\)`));
});

describe('fails its story:', () => {
  test.for<[name: string, effect: Effect, words: RegExp | string, options?: Options]>([
    [
      'a socket that is connecting',
      (url) => void new WebSocket(url),
      'connecting socket to wss://lab.test/',
      { args: { serverState: 'connecting' } },
    ],
    [
      'a socket that is open',
      (url) => void new WebSocket(url),
      'open socket to wss://lab.test/',
      { play: async ({ server }) => void (await server.nextConnection()) },
    ],
    ['a timer', () => void setTimeout(ignore, FAR_AWAY_MS), 'setTimeout of 1000000 ms'],
    ['an interval', () => void setInterval(ignore, FAR_AWAY_MS), 'setInterval of 1000000 ms'],
    [
      'an animation frame',
      () => {
        const draw = () => void requestAnimationFrame(draw);
        draw();
      },
      'requestAnimationFrame',
    ],
    [
      'an idle callback',
      () => {
        const work = () => void requestIdleCallback(work);
        work();
      },
      'requestIdleCallback',
    ],
    [
      'a listener on window',
      () => window.addEventListener('online', ignore),
      'online listener on window',
    ],
    [
      'a listener on document',
      () => document.addEventListener('visibilitychange', ignore, null as never),
      'visibilitychange listener on document',
    ],
    [
      'a listener on visualViewport',
      () => visualViewport?.addEventListener('resize', ignore),
      'resize listener on visualViewport',
    ],
    [
      'a listener on a media query',
      () => matchMedia('(min-width: 1px)').addEventListener('change', ignore),
      'change listener on matchMedia("(min-width: 1px)")',
    ],
    [
      'a listener on a media query, by its older name',
      () => (matchMedia('(min-width: 2px)') as OlderMediaQueryList).addListener(ignore),
      'change listener on matchMedia("(min-width: 2px)")',
    ],
    [
      'a listener on navigator.connection',
      () =>
        (Reflect.get(navigator, 'connection') as EventTarget).addEventListener('change', ignore),
      'change listener on navigator.connection',
    ],
    [
      'a listener on the body',
      () => document.body.addEventListener('click', { handleEvent: ignore }),
      'click listener on <body>',
    ],
    [
      'a listener on an element that stays',
      () => {
        const element = document.body.appendChild(document.createElement('aside'));
        onTestFinished(() => element.remove());
        element.addEventListener('click', ignore);
      },
      'click listener on <aside>',
    ],
    [
      'a handler on window',
      () => {
        window.ononline = ignore;
      },
      'ononline handler on window',
    ],
    [
      'a handler on document',
      () => {
        document.onvisibilitychange = ignore;
      },
      'onvisibilitychange handler on document',
    ],
    ['a BroadcastChannel', () => void new BroadcastChannel('prices'), 'BroadcastChannel "prices"'],
    [
      'a MessageChannel that listens',
      () => {
        new MessageChannel().port1.onmessage = ignore;
      },
      'MessageChannel',
    ],
    ['a worker', () => void new Worker('data:text/javascript,'), 'Worker "data:text/javascript,"'],
    [
      'an EventSource',
      () => void new EventSource(`data:text/event-stream,retry:${FAR_AWAY_MS}`),
      'EventSource "data:',
    ],
    [
      'a lock',
      () => void navigator.locks.request('leader', pending).catch(ignore),
      'lock "leader"',
    ],
    [
      'a console error',
      () => console.error('something is wrong'),
      /^console.error: something is wrong$/m,
    ],
    [
      'an unhandled rejection',
      () => void Promise.reject(new Error('is unhandled')),
      /^Unhandled rejection: Error: is unhandled\n\s+at .*leaks.browser.test/m,
    ],
    [
      'an uncaught error',
      () => reportError(new Error('is uncaught')),
      /^Uncaught Error: is uncaught\n\s+at .*leaks.browser.test/m,
    ],
  ])('%s', async ([, effect, words, options]) => {
    const error = await failureOf(storyOf(effect, options));
    expect(error).toMatch(words);
    if (typeof words === 'string') {
      const line = error.split('\n').find((text) => text.includes(words));
      expect(line).toMatch(/, made at .*\/tests\/leaks\.browser\.test\.tsx/);
      expect(error).toContain("parameters: { server: { leavesBehind: 'the reason' } }");
    }
    // And nothing of it is left for the next.
    await nextStory.run();
  });
});

describe('passes its story:', () => {
  test.for<[name: string, effect: Effect]>([
    [
      'a socket that is closed a task after the clean-up, as libraries do',
      (url) => {
        const socket = new WebSocket(url);
        return () => setTimeout(() => setTimeout(() => socket.close()));
      },
    ],
    ['a listener on a target that the component has made', () => listen(new EventTarget())],
    ['a listener on its own signal', () => listen(new AbortController().signal)],
    ['a listener on its own element', () => listen(document.createElement('div'))],
    ['a channel that no one listens to', () => new MessageChannel()],
    [
      'a channel that a library keeps',
      () => {
        const MadeByLibrary = vi.fn(MessageChannel);
        new MadeByLibrary().port1.onmessage = ignore;
      },
    ],
    [
      'a handler that is taken back',
      () => {
        window.ononline = ignore;
        return () => {
          window.ononline = null;
        };
      },
    ],
    [
      'an EventSource that the server has ended',
      () => void new EventSource('data:text/plain,not an event stream'),
    ],
    [
      'a portal, whose root React listens to for good',
      () => {
        const root = createRoot(document.createElement('div'));
        queueMicrotask(() =>
          flushSync(() => root.render(createPortal(<p>elsewhere</p>, document.body))),
        );
        return () => queueMicrotask(() => root.unmount());
      },
    ],
  ])('%s', async ([, effect]) => {
    expect(await failureOf(storyOf(effect))).toBe('');
  });

  test('what it says that it leaves behind', async () => {
    const parameters = { server: { leavesBehind: 'It keeps the time for the whole page.' } };
    const interval = () => setInterval(ignore, FAR_AWAY_MS);
    expect(await failureOf(storyOf(interval, { parameters }))).toBe('');
  });
});

function listen(target: EventTarget): void {
  target.addEventListener('change', ignore);
}
