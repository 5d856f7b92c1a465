/** What the package says of itself is so: its entry points, their types, and what it has to install. */
import { execa } from 'execa';
import { expect, test } from 'vitest';
import manifest from '../../package/package.json' with { type: 'json' };
import { ROOT } from '../../scripts/child-process.ts';

const run = (...args: string[]) =>
  execa(args[0] ?? '', args.slice(1), { cwd: ROOT, preferLocal: true });

test('publint and Are The Types Wrong have nothing to say', async () => {
  await run('publint', 'package', '--strict');
  await run('attw', '--pack', 'package', '--profile', 'esm-only');
});

test('a project installs one package with it', () => {
  expect(Object.keys(manifest.dependencies)).toEqual(['ws']);
});

test('it is what the lab exports to itself', async () => {
  const lab = await import('../../package.json', { with: { type: 'json' } });
  const entries = [...Object.keys(lab.default.exports), './package.json'];
  expect(Object.keys(manifest.exports).toSorted()).toEqual(entries.toSorted());
});
