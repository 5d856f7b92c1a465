/**
 * Takes every pattern off the page at every moment of its socket's life, and looks at what is left.
 * The patterns are found by their folders: one without a story fails here.
 */
import type { StoryContext } from 'storybook/internal/csf';
import { describe, expect, inject, test } from 'vitest';
import preview from '#.storybook/preview';
import { ledger, type ReadyState } from '../mocks/ledger.ts';
import type { ServerParameters } from '../addon/story/addon.tsx';
import { Session } from '../addon/story/session.ts';

type Story = ReturnType<ReturnType<typeof preview.meta>['story']>;

const patternFiles = Object.keys(import.meta.glob('../src/patterns/*/*.tsx'));
const patterns = [...new Set(patternFiles.map((path) => path.split('/').at(-2) ?? path))];
const storyFiles = import.meta.glob<Record<string, Story | { _tag: 'Meta' }>>(
  '../stories/patterns/*/*.stories.tsx',
  {
    eager: true,
  },
);

function storiesOf(pattern: string) {
  const path = Object.keys(storyFiles).find((file) => file.endsWith(`/${pattern}.stories.tsx`));
  return path === undefined ? undefined : storyFiles[path];
}

/** Ample for the far end to stop reading before the page can have answered its Close frame. */
const CLOSE_LATENCY_MS = 100;

/** How the far end brings the newest socket to each state. */
const REACH: Record<ReadyState, (server: StoryContext['server']) => Promise<unknown>> = {
  connecting: async () => undefined,
  open: async (server) => server.accept(),
  // While the Close frame is on its way, the far end stops reading: unanswered, the page stays CLOSING.
  closing: async (server) => {
    await REACH.open(server);
    await untilState('open');
    server.latencyMs = CLOSE_LATENCY_MS;
    await Promise.all([server.close(1001), server.stall()]);
  },
  closed: async (server) => {
    await REACH.open(server);
    await untilState('open');
    await server.close(1001);
  },
};

/** Resolves when the newest socket is in the state (StrictMode has made another before it). */
async function untilState(state: ReadyState): Promise<void> {
  await expect.poll(() => ledger.sockets.at(-1)?.state).toBe(state);
}

describe.for(patterns)('%s leaves nothing behind', (pattern) => {
  const story = Object.values(storiesOf(pattern) ?? {})
    .filter((exported) => exported._tag === 'Story')
    // This runs on both transports; a story for one of them may have no socket at all.
    .find(({ composed }) => !composed.tags.includes('simulated-only'));

  test('has a story', () => {
    expect(story, `a stories/patterns/*/${pattern}.stories.tsx with a story in it`).toBeDefined();
  });

  const states = Object.keys(REACH) as ReadyState[];
  const moments = states.flatMap((state) =>
    ['off', 'on'].map((strictMode) => ({ state, strictMode })),
  );

  test.for(moments)('unmounted while $state, StrictMode $strictMode', async (moment) => {
    const { state, strictMode } = moment;
    let leftovers: string[] | undefined;
    await story
      ?.extend({
        args: { serverState: 'connecting' },
        globals: { strictMode, transport: inject('transport') },
        play: async (context: StoryContext) => {
          const { id, parameters, server } = context;
          await (parameters['server'] as ServerParameters)?.connect?.(context);
          await server.nextConnection();
          await REACH[state](server);
          await untilState(state);
          leftovers = await Session.of(id)?.leave();
        },
      })
      .run();
    expect(leftovers, `left behind by ${pattern}, unmounted while ${state}`).toEqual([]);
  });
});
