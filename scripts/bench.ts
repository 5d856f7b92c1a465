/** Runs every benchmark in turn, each in a process of its own, so that none warms another's caches. */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './child-process.ts';

for (const file of globSync('bench/*.bench.ts', { cwd: ROOT }).sort()) {
  console.log(`\n${file}`);
  const { status } = spawnSync(process.execPath, [join(ROOT, file)], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
