import { readFile, writeFile } from 'node:fs/promises';

/** Changes a file of a template. @throws {Error} with the file where nothing is changed */
export async function edit(file: string, change: (text: string) => string): Promise<void> {
  const before = await readFile(file, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`Nothing to change was found in ${file}:\n${before}`);
  await writeFile(file, after);
}
