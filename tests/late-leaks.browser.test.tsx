/** What a story leaves is ended, and what comes of it later is told of its own story. */
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { ledger } from '../mocks/ledger.ts';
import {
  failureOf,
  ignore,
  lastStoryId,
  nextStory,
  storyOf,
  type Effect,
} from './leaks/story-of.tsx';

describe.for(['simulated', 'live'])('a story that reconnects for good, %s', (transport) => {
  const reconnect: Effect = (url) => {
    let socket: WebSocket;
    const connect = () => {
      socket = new WebSocket(url);
      socket.onclose = () => setTimeout(connect, 1);
    };
    connect();
    return () => socket.close();
  };

  test('fails, dials no more, and the next passes', async () => {
    const globals = { transport, strictMode: 'off' };
    const story = storyOf(reconnect, {
      globals,
      play: async ({ server }) => void (await server.nextConnection()),
    });
    expect(await failureOf(story)).toMatch(/socket to w|setTimeout of 1 ms/);
    const made = ledger.sockets.length;
    // Each takes a tenth of a second and more, and a reconnection took milliseconds.
    expect(await failureOf(nextStory)).toBe('');
    expect(await failureOf(nextStory)).toBe('');
    expect(ledger.sockets).toHaveLength(made);
  });
});

describe('what comes after the check', () => {
  /** A story that is found clean, and what lets its leak come. */
  async function leaveClean(leak: Effect) {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const story = storyOf((url) => {
      const socket = new WebSocket(url);
      void promise.then(() => leak(url));
      return () => socket.close();
    });
    expect(await failureOf(story)).toBe('');
    const reported = vi.spyOn(window, 'reportError').mockImplementation(ignore);
    onTestFinished(() => reported.mockRestore());
    return {
      reported,
      letCome: async () => {
        resolve(undefined);
        await promise;
      },
      report: new RegExp(`^Error: ${lastStoryId()} was left, checked and found clean`),
    };
  }

  test('a socket is reported, of its own story, while the next one runs and passes', async () => {
    const { reported, letCome, report } = await leaveClean((url) => new WebSocket(url));
    const next = storyOf(ignore, { play: letCome });
    expect(await failureOf(next)).toBe('');
    expect(reported).toHaveBeenCalledOnce();
    const words = String(reported.mock.calls[0]?.[0]);
    expect(words).toMatch(report);
    expect(words).toMatch(/socket to wss:.*, made at .*\/tests\/late-leaks\.browser\.test\.tsx/);
    expect(ledger.sockets.at(-1)).toMatchObject({ transport: 'simulated', state: 'closed' });
  });

  test('a timer of a file that the story has not run is another’s', async () => {
    const { reported } = await leaveClean(ignore);
    const { timer } = await import('./leaks/timer-of-a-module.ts');
    onTestFinished(() => clearInterval(timer));
    expect(reported).not.toHaveBeenCalled();
  });

  test('a timer is reported and ended, until the next story begins', async () => {
    const ran = vi.fn();
    const { reported, letCome, report } = await leaveClean(() => setInterval(ran, 1));
    await letCome();
    expect(String(reported.mock.calls[0]?.[0])).toMatch(report);
    expect(await failureOf(nextStory)).toBe('');
    expect(ran).not.toHaveBeenCalled();
  });
});
