import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './child-process.ts';

/** A file of the project by its path from the root; `undefined` where there is none. */
export function readSource(path: string): string | undefined {
  const file = join(ROOT, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
