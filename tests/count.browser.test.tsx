/** A story's count, as its play function and its reader see it. */
import { Profiler, useEffect, useState } from 'react';
import type { StoryContext } from 'storybook/internal/csf';
import { describe, expect, inject, test, vi } from 'vitest';
import preview from '#.storybook/preview';
import { Counted } from '../addon/story/count/Counted.tsx';
import { openCount } from '../addon/story/count/open-count.ts';
import { nextFrame } from '../addon/story/next-frame.ts';
import { realTime } from '../mocks/clock.ts';
import { ledger } from '../mocks/ledger.ts';
import { SimulatedServer } from '../mocks/simulated-server.ts';

const WORK_MS = 20;

/** Keeps the main thread busy. */
function work(): void {
  for (const until = realTime.now() + WORK_MS; realTime.now() < until;);
}

/** Shows the newest message, and works for each. */
function Newest({ url }: { url: string }) {
  const [text, setText] = useState('none yet');
  useEffect(() => {
    const socket = new WebSocket(url);
    socket.onopen = () => setText('open');
    socket.onmessage = ({ data }) => {
      if (data === 'work') work();
      if (data === 'ask') socket.send('answer');
      setText(String(data));
    };
    return () => {
      socket.onopen = null;
      socket.close();
    };
  }, [url]);
  return <p>{text}</p>;
}

function Clicks({ name }: { name: string }) {
  const [count, setCount] = useState(0);
  return (
    <button type="button" onClick={() => setCount(count + 1)}>
      {name} {count}
    </button>
  );
}

const meta = preview.meta({
  title: 'count',
  component: Newest,
  args: { url: 'wss://lab.test' },
  globals: { transport: inject('transport') },
  parameters: { count: 'on' },
});

interface Fiber {
  readonly elementType: unknown;
  readonly return: Fiber | null;
}

/** Whether React has the element below a Profiler. */
function isProfiled(element: Element): boolean {
  const key = Object.keys(element).find((name) => name.startsWith('__reactFiber$')) ?? '';
  let fiber = Reflect.get(element, key) as Fiber | null;
  expect(fiber).toBeTruthy();
  while (fiber && fiber.elementType !== Profiler) fiber = fiber.return;
  return fiber !== null;
}

describe('off, as stories are', () => {
  test('says what to add', async () => {
    const reads = meta.story({
      parameters: { count: 'off' },
      play: ({ count }: StoryContext) => void count.figures,
    });
    await expect(reads.run()).rejects.toThrow(
      "counts nothing, so that it costs nothing. Add `parameters: { count: 'on' }`",
    );
    const waits = meta.story({
      parameters: { count: 'off' },
      play: async ({ count }: StoryContext) => void (await count.during(async () => undefined)),
    });
    await expect(waits.run()).rejects.toThrow('This story counts nothing');
  });

  test('nothing is wrapped and nothing observed', async () => {
    const subscribe = vi.spyOn(ledger, 'subscribe');
    expect(openCount('off', 'a-story').counter).toBeUndefined();
    expect(subscribe).not.toHaveBeenCalled();
    openCount('on', 'a-story').counter?.close();
    expect(subscribe).toHaveBeenCalledOnce();
    subscribe.mockRestore();
    for (const count of ['off', 'on'] as const) {
      await meta
        .story({
          parameters: { count },
          play: async ({ canvas }: StoryContext) => {
            expect(isProfiled(await canvas.findByText('open'))).toBe(count === 'on');
          },
        })
        .run();
    }
  });
});

describe('on', () => {
  test.for(['off', 'on'])('a commit counts once, with StrictMode %s', async (strictMode) => {
    const socketsBefore = ledger.socketCount;
    await meta
      .story({
        globals: { strictMode },
        play: async ({ canvas, count, server }: StoryContext) => {
          await canvas.findByText('open');
          for (const text of ['one', 'two', 'three']) {
            const { commits, messages } = await count.during(async () => {
              await server.send(text);
              await canvas.findByText(text);
            });
            expect({ commits, messages }).toEqual({ commits: 1, messages: 1 });
          }
          expect(count.figures.messages).toBe(3);
          // The Profiler does not keep React from running effects twice.
          expect(ledger.socketCount - socketsBefore).toBe(strictMode === 'on' ? 2 : 1);
        },
      })
      .run();
  });

  test('a part counts by its name, and only what renders', async () => {
    await meta
      .story({
        render: () => (
          <>
            <Counted name="left">
              <Clicks name="left" />
            </Counted>
            <Counted name="right">
              <Clicks name="right" />
            </Counted>
          </>
        ),
        play: async ({ canvas, count, userEvent }: StoryContext) => {
          const { commits, renders } = await count.during(async () => {
            await userEvent.click(await canvas.findByText('left 0'));
            await userEvent.click(await canvas.findByText('left 1'));
            await userEvent.click(await canvas.findByText('right 0'));
          });
          expect({ commits, renders }).toEqual({ commits: 3, renders: { left: 2, right: 1 } });
        },
      })
      .run();
  });

  test('a part adds nothing where its story does not count', async () => {
    await meta
      .story({
        parameters: { count: 'off' },
        render: () => (
          <Counted name="left">
            <Clicks name="left" />
          </Counted>
        ),
        play: async ({ canvas }: StoryContext) => {
          expect(isProfiled(await canvas.findByText('left 0'))).toBe(false);
        },
      })
      .run();
  });

  test('messages are those of the story’s own sockets, in', async () => {
    await meta
      .story({
        play: async ({ canvas, count, server }: StoryContext) => {
          await canvas.findByText('open');
          const other = new SimulatedServer('wss://other.test');
          const socket = new WebSocket(other.url);
          const { promise, resolve } = Promise.withResolvers<unknown>();
          socket.onmessage = resolve;
          await other.nextConnection();
          const { messages } = await count.during(async () => {
            await other.send('to another');
            await promise;
            await server.send('ask');
            await server.nextMessage();
            await canvas.findByText('ask');
          });
          expect(messages).toBe(1);
          socket.close();
          other.dispose();
        },
      })
      .run();
  });

  test.for(['real', 'paused'] as const)(
    'the main thread works, and rests: clock %s',
    async (clock) => {
      await meta
        .story({
          parameters: { clock },
          play: async ({ canvas, count, server }: StoryContext) => {
            await canvas.findByText('open');
            const busy = await count.during(async () => {
              await server.send('work');
              await canvas.findByText('work');
            });
            // In virtual time the work takes none, so it would never end.
            if (clock === 'real') expect(busy.mainThreadMs).toBeGreaterThanOrEqual(WORK_MS);
            else expect(busy.mainThreadMs).toBeGreaterThan(0);
            const idle = await count.during(
              () => new Promise((resolve) => nextFrame(() => nextFrame(resolve))),
            );
            expect(idle).toMatchObject({ commits: 0, messages: 0, mainThreadMs: 0 });
          },
        })
        .run();
    },
  );

  test('what comes while the main thread works is in the same time', async () => {
    await meta
      .story({
        play: async ({ canvas, count, server }: StoryContext) => {
          await canvas.findByText('open');
          const startedAt = realTime.now();
          const { mainThreadMs } = await count.during(async () => {
            await server.stall();
            for (let sent = 0; sent < 10; sent += 1) await server.send('work');
            await server.send('done');
            await server.resume();
            await canvas.findByText('done');
          });
          expect(mainThreadMs).toBeGreaterThanOrEqual(10 * WORK_MS);
          expect(mainThreadMs).toBeLessThanOrEqual(realTime.now() - startedAt);
        },
      })
      .run();
  });

  test('a click that renders is time of the main thread too', async () => {
    await meta
      .story({
        render: () => <Clicks name="left" />,
        play: async ({ canvas, count, userEvent }: StoryContext) => {
          const button = await canvas.findByText('left 0');
          const { mainThreadMs } = await count.during(() => userEvent.click(button));
          expect(mainThreadMs).toBeGreaterThan(0);
        },
      })
      .run();
  });
});

test('shown below the story, and there only where asked', async () => {
  for (const count of ['on', 'shown'] as const) {
    await meta
      .story({
        parameters: { count },
        play: async ({ canvas, count: counted, server }: StoryContext) => {
          await canvas.findByText('open');
          await server.send('hello');
          await canvas.findByText('hello');
          const figure = (label: string) => canvas.queryByLabelText(label)?.textContent;
          if (count === 'on') {
            expect(figure('Messages')).toBeUndefined();
            return;
          }
          await expect.poll(() => figure('Messages')).toBe('1');
          await expect.poll(() => figure('Commits')).toBe(String(counted.figures.commits));
          await expect
            .poll(() => figure('Main thread'))
            .toBe(`${Math.round(counted.figures.mainThreadMs)} ms`);
        },
      })
      .run();
  }
});
