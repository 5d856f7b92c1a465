/** What the leak check says of each pitfall by itself: it finds the broken one where its page claims so. */
import type { ComponentType } from 'react';
import { describe, expect, inject, test } from 'vitest';
import preview from '#.storybook/preview';
import type { ServerParameters } from '../addon/story/parameters.ts';
import { PITFALLS } from '../src/pitfalls.ts';

const files = import.meta.glob<Record<string, ComponentType<{ url: string }>>>(
  '../src/pitfalls/*/*.tsx',
  { eager: true },
);

interface Visit {
  readonly serverState?: 'open' | 'connecting';
  readonly warnings?: NonNullable<ServerParameters>['warnings'];
}

/** Mounts it, waits until its socket is open, and leaves: a test of the lab then checks for leaks. */
async function visit(
  folder: string,
  name: 'Broken' | 'Fixed',
  { serverState = 'open', warnings = 'any' }: Visit,
) {
  const [Component] = Object.values(files[`../src/pitfalls/${folder}/${name}.tsx`] ?? {});
  if (!Component) throw new Error(`src/pitfalls/${folder}/${name}.tsx exports no component.`);
  const meta = preview.meta({
    title: `pitfalls alone/${folder} ${name}`,
    component: Component,
    args: { url: 'wss://lab.test', serverState },
    globals: { transport: inject('transport') },
    parameters: { a11y: { test: 'off' }, server: { warnings } },
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
      const problem = await visit(folder, 'Broken', { serverState: state }).then(
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
    await visit(folder, 'Fixed', {});
    await visit(folder, 'Fixed', { serverState: 'connecting' });
  });
});

describe('a story that says which mistakes the lab is to see', () => {
  const seen = (warnings: Visit['warnings']) => visit('p21-token-in-url', 'Broken', { warnings });

  test('passes with these', () => seen(['token']));
  test('fails with another', async () => {
    await expect(seen([])).rejects.toThrow('Seen, and not expected: token. The URL of a socket');
  });
  test('fails without one', async () => {
    await expect(seen(['token', 'loop'])).rejects.toThrow('Expected, and not seen: loop.');
  });
});
