/** A story's clock, as its play function uses it. */
import { useEffect, useState } from 'react';
import type { StoryContext } from 'storybook/internal/csf';
import { afterEach, expect, inject, test, vi } from 'vitest';
import preview from '#.storybook/preview';
import { closesAfter, holdsFor, streams } from '../mocks/behaviours.ts';

const RETRY_MS = 30_000;

/** Connects again half a minute after its socket has closed. */
function Reconnecting({ url }: { url: string }) {
  const [status, setStatus] = useState('connecting');
  const [attempt, setAttempt] = useState(1);
  useEffect(() => {
    const socket = new WebSocket(url);
    let timer: ReturnType<typeof setTimeout>;
    socket.onopen = () => setStatus('open');
    socket.onmessage = ({ data }) => setStatus(String(data));
    socket.onclose = () => {
      setStatus('waiting');
      timer = setTimeout(() => setAttempt((before) => before + 1), RETRY_MS);
    };
    return () => {
      clearTimeout(timer);
      socket.onclose = null;
      socket.close();
    };
  }, [url, attempt]);
  return (
    <button type="button">
      {status} {attempt}
    </button>
  );
}

interface Leak {
  readonly leak: (ms: number) => void;
}

/** Leaves a timer behind, from a file that the leak check takes for the project's own. */
const LEAK =
  'data:text/javascript,export const leak = (ms) => setTimeout(() => {}, ms) // /src/leak.js';

/** What the page has when no story is on it. */
const pageFunctions = (): unknown[] =>
  ['setTimeout', 'Date', 'performance'].map((name): unknown => Reflect.get(window, name));
const before = pageFunctions();

const globals = { transport: inject('transport') };
const parameters = { clock: 'paused' } as const;
const reconnecting = preview.meta({
  title: 'clock',
  component: Reconnecting,
  args: { url: 'wss://lab.test' },
  globals,
  parameters,
});

afterEach(() => vi.useRealTimers());

test('moves timers, effects and a new socket on, in one go', async () => {
  await reconnecting
    .story({
      play: async ({ canvas, clock, server, userEvent }: StoryContext) => {
        const button = await canvas.findByText('open 1');
        await server.drop();
        await canvas.findByText('waiting 1');
        await clock.advance(RETRY_MS - 1);
        expect(button.textContent).toBe('waiting 1');
        // What waits for the page, and what acts on it, does so in real time.
        await userEvent.click(button);
        expect(clock.now).toBe(RETRY_MS - 1);
        await clock.advance(1);
        // Only the simulated network is part of that time.
        if (globals.transport === 'live') await canvas.findByText('open 2');
        expect(button.textContent).toBe('open 2');
      },
    })
    .run();
});

test('runs to the next timer, whenever that is', async () => {
  await reconnecting
    .story({
      play: async ({ canvas, clock, server }: StoryContext) => {
        await canvas.findByText('open 1');
        await clock.runToNext();
        expect(clock.now).toBe(0);
        await server.drop();
        await canvas.findByText('waiting 1');
        await clock.runToNext();
        expect(clock.now).toBe(RETRY_MS);
        await canvas.findByText('open 2');
      },
    })
    .run();
});

test('plays so many times as fast, until it is paused', async () => {
  await reconnecting
    .story({
      play: async ({ canvas, clock, server }: StoryContext) => {
        await canvas.findByText('open 1');
        await server.drop();
        const startedAt = performance.timeOrigin + clock.now;
        clock.play(600);
        await canvas.findByText('open 2');
        clock.pause();
        expect(clock.speed).toBe(0);
        expect(clock.now).toBeGreaterThanOrEqual(RETRY_MS);
        expect(performance.timeOrigin + clock.now - startedAt).toBe(clock.now);
      },
    })
    .run();
});

test('the server behaves in the same time', async () => {
  await reconnecting
    .story({
      parameters: { server: { behaviour: holdsFor(8_000) } },
      play: async ({ canvas, clock, server }: StoryContext) => {
        await server.nextConnection();
        await clock.advance(7_999);
        expect(server.connections[0]?.state).toBe('connecting');
        await clock.advance(1);
        await canvas.findByText('open 1');
      },
    })
    .run();
  await reconnecting
    .story({
      parameters: { server: { behaviour: closesAfter(60_000, 1001) } },
      play: async ({ canvas, clock }: StoryContext) => {
        await canvas.findByText('open 1');
        await clock.advance(60_000);
        await canvas.findByText('waiting 1');
      },
    })
    .run();
  await reconnecting
    .story({
      parameters: { server: { behaviour: streams(2, 'tick') } },
      play: async ({ canvas, clock }: StoryContext) => {
        await canvas.findByText('open 1');
        await clock.advance(10_000);
        await canvas.findByText('tick 20 1');
      },
    })
    .run();
});

test('says what to add where a story has not asked for a clock', async () => {
  const real = reconnecting.story({
    parameters: { clock: 'real' },
    play: async ({ clock }: StoryContext) => clock.advance(1),
  });
  await expect(real.run()).rejects.toThrow(
    "clock.advance moves virtual time, and this story runs in real time, which cannot be moved. Add `parameters: { clock: 'paused' }`",
  );
});

test('goes with its story', async () => {
  await reconnecting
    .story({
      play: () => {
        expect(setTimeout).not.toBe(before[0]);
      },
    })
    .run();
  expect(pageFunctions()).toEqual(before);
});

test('a timer left in virtual time is a leftover', async () => {
  const { leak } = (await import(/* @vite-ignore */ LEAK)) as Leak;
  const leaking = reconnecting.story({ play: () => leak(RETRY_MS) });
  await expect(leaking.run()).rejects.toThrow('setTimeout of 30000 ms');
});

test('refuses to stand on fake timers of Vitest, and keeps them', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'Date'] });
  const story = reconnecting.story();
  await expect(story.run()).rejects.toThrow('replaced this page’s timers already');
  expect(vi.isFakeTimers()).toBe(true);
  vi.useRealTimers();
  await story.run();
});

test('Vitest refuses to put fake timers on it, and it goes on', async () => {
  await reconnecting
    .story({
      play: async ({ canvas, clock, server }: StoryContext) => {
        expect(() => vi.useFakeTimers()).toThrow('fake timers twice');
        await canvas.findByText('open 1');
        await server.drop();
        await canvas.findByText('waiting 1');
        await clock.advance(RETRY_MS);
        await canvas.findByText('open 2');
      },
    })
    .run();
});
