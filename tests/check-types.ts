import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { onTestFinished } from 'vitest';
import { ROOT } from '../scripts/child-process.ts';

/** What the tests of copies say beside the options that a new project has. */
type Options = Readonly<Record<string, unknown>>;

/**
 * Checks the types of files, by their paths, in a project that has nothing else: no Node, no Vite, and not the
 * lab's own options. Answers with what tsc says, which is nothing where all is well.
 */
export async function checkTypes(
  files: ReadonlyMap<string, string>,
  options: Options = {},
): Promise<string> {
  const cache = join(ROOT, 'node_modules/.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'copies-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const config = {
    compilerOptions: {
      target: 'ES2022',
      lib: ['ES2023', 'DOM', 'DOM.Iterable'],
      module: 'ESNext',
      moduleResolution: 'bundler',
      jsx: 'react-jsx',
      types: [],
      noEmit: true,
      strict: true,
      skipLibCheck: true,
      ...options,
    },
    include: ['**/*'],
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const { stdout } = await execa('npx', ['tsc', '-p', folder]).catch(
    (error: unknown) => error as { stdout: string },
  );
  return stdout;
}
