/** What the leak check says of each pitfall by itself: it finds the broken one where its page claims so. */
import type { ComponentType } from 'react';
import { describe, expect, inject, test } from 'vitest';
import preview from '#.storybook/preview';
import { PITFALLS } from '../src/pitfalls.ts';

const files = import.meta.glob<Record<string, ComponentType<{ url: string }>>>(
  '../src/pitfalls/*/*.tsx',
  { eager: true },
);

/** Mounts it, waits until its socket is open, and leaves: a test of the lab then checks for leaks. */
async function visit(folder: string, name: 'Broken' | 'Fixed', serverState: 'open' | 'connecting') {
  const [Component] = Object.values(files[`../src/pitfalls/${folder}/${name}.tsx`] ?? {});
  if (!Component) throw new Error(`src/pitfalls/${folder}/${name}.tsx exports no component.`);
  const meta = preview.meta({
    title: `pitfalls alone/${folder} ${name}`,
    component: Component,
    args: { url: 'wss://lab.test', serverState },
    globals: { transport: inject('transport') },
    parameters: { a11y: { test: 'off' }, server: { warnings: 'any' } },
  });
  const story = meta.story({
    play: async ({ server }) => {
      await server.nextConnection();
      await expect.poll(() => server.open.length > 0 || serverState === 'connecting').toBe(true);
    },
  });
  await story.run();
}

describe.each(PITFALLS)('$folder', ({ folder, leaks = false }) => {
  test('the broken one', async () => {
    // A socket that still connects is the one that P23 leaves.
    const states = ['open', 'connecting'] as const;
    const found = [];
    for (const state of states) {
      const problem = await visit(folder, 'Broken', state).then(
        () => '',
        (error: unknown) => String(error),
      );
      if (problem)
        expect(problem).toMatch(/leaves behind, after unmount:\n(open|connecting) socket to/);
      if (problem) found.push(state);
    }
    expect(found.length > 0).toBe(leaks);
  });

  test('the fixed one', async () => {
    await visit(folder, 'Fixed', 'open');
    await visit(folder, 'Fixed', 'connecting');
  });
});
