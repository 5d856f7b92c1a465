/** Puts the stories of the test into a host, with what they need. */
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../../scripts/child-process.ts';
import { edit } from './edit.ts';
import type { HostKind } from './hosts.ts';

export async function addStories(folder: string, kind: HostKind): Promise<void> {
  const { template, framework } = kind;
  await rm(join(folder, 'stories'), { recursive: true, force: true });
  await rm(join(folder, 'src/stories'), { recursive: true, force: true });
  const place = template === 'next' ? 'stories' : 'src/lab';
  const code = join(folder, place);
  await cp(join(ROOT, 'tests/elsewhere/host'), code, { recursive: true });
  for (const file of ['Ticker.tsx', 'Ticker.stories.tsx']) {
    await cp(join(ROOT, 'examples/storybook-csf3/src', file), join(code, file));
  }
  for (const file of await readdir(code)) {
    if (!file.endsWith('.stories.tsx')) continue;
    const text = await readFile(join(code, file), 'utf8');
    await writeFile(join(code, file), text.replace('@storybook/react-vite', framework));
  }
  await cp(join(ROOT, 'tests/elsewhere/left-clock'), join(folder, 'node_modules/left-clock'), {
    recursive: true,
  });
  await edit(join(folder, '.storybook/main.ts'), (text) => configure(text, kind, place));
}

/** The lab behind a11y, which is to find the story on the page, and a module before both. */
function configure(main: string, { template }: HostKind, place: string): string {
  const lab =
    template === 'next'
      ? `{ name: 'react-websocket-lab', options: { ownCode: ['${place}'] } }`
      : `'react-websocket-lab'`;
  const kept = `new URL('../${place}/kept.ts', import.meta.url).pathname`;
  return main.replace(
    /("?addons"?: \[[^\]]*)\]/,
    `previewAnnotations: (entries = []) => [${kept}, ...entries],\n  $1,\n    ${lab},\n  ]`,
  );
}
