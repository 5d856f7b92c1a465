/**
 * Runs random scripts on the browser and a real server, and on the simulation, and writes down how many
 * differed. Not a test: `npm run fidelity random`.
 */
import { expect, inject, test } from 'vitest';
import { commands } from 'vitest/browser';
import { describeFind, hunt } from '../fuzz/hunt.ts';
import { real, simulated } from '../subjects.ts';

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** Adds what only Node knows, and writes it into the file that the page shows. */
    writeRandom: (found: {
      readonly scripts: number;
      readonly seed: number;
      readonly seconds: number;
      readonly differences: number;
      readonly unsteady: number;
    }) => Promise<void>;
    /** Prints a line at once. */
    say: (line: string) => Promise<void>;
  }
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** How many scripts, and the seed of the first. */
    random: { readonly count: number; readonly seed: number };
  }
}

const { count, seed } = inject('random');
const ONE_DAY_MS = 86_400_000;

test('random scripts', { timeout: ONE_DAY_MS }, async () => {
  const startedAt = performance.now();
  const { finds, unsteady } = await hunt(count, seed, [real(inject('liveServerUrl')), simulated], {
    onProgress: (done) => done % 500 === 0 && void commands.say(`${done} of ${count}`),
    onSuspect: (script, found) =>
      void commands.say(`Script ${script} differs:\n${found.join('\n')}`),
  });
  for (const find of finds) await commands.say(describeFind(find));
  if (unsteady.length > 0)
    await commands.say(`Chromium was not like itself: ${unsteady.join(', ')}`);
  await commands.writeRandom({
    scripts: count,
    seed,
    seconds: Math.round((performance.now() - startedAt) / 1000),
    differences: finds.length,
    unsteady: unsteady.length,
  });
  expect(finds).toEqual([]);
});
