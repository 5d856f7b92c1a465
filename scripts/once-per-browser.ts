import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { findBrowser } from './browser.ts';

interface Kept {
  readonly executable: string;
  /** When the executable was written: an update changes it. */
  readonly mtimeMs: number;
  readonly made: unknown;
}

/**
 * What `make` gives with the browser of this machine. It is kept in a file, as text, and made again
 * when that browser has changed, is gone, or `BROWSER_PATH` names another.
 * @throws what `make` throws. A file that cannot be read is written again
 */
export async function oncePerBrowser(file: string, make: () => Promise<unknown>): Promise<string> {
  const kept = await read(file);
  if (kept && (await isStillThere(kept))) return JSON.stringify(kept.made);
  const made = await make();
  const executable = await findBrowser();
  if (executable !== undefined) {
    const { mtimeMs } = await stat(executable);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify({ executable, mtimeMs, made } satisfies Kept));
  }
  return JSON.stringify(made);
}

async function read(file: string): Promise<Kept | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Kept;
  } catch {
    return undefined; // not made yet, or broken
  }
}

async function isStillThere({ executable, mtimeMs }: Kept): Promise<boolean> {
  // Asked here and not of `findBrowser`, which loads the browser's driver: a third of a second.
  if ((process.env['BROWSER_PATH'] ?? executable) !== executable) return false;
  try {
    return (await stat(executable)).mtimeMs === mtimeMs;
  } catch {
    return false; // it has been taken away
  }
}
