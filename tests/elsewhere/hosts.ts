/** Projects of other people: each made by its own official template, with Storybook added by its own too. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { launchOptions } from '../../scripts/browser.ts';
import { ROOT } from '../../scripts/child-process.ts';

export interface HostKind {
  readonly name: string;
  readonly template: 'vite' | 'next';
  readonly framework: `@storybook/${string}`;
  /** Versions other than the template's. */
  readonly packages?: readonly string[];
}

export const HOSTS: readonly HostKind[] = [
  { name: 'vite-8', template: 'vite', framework: '@storybook/react-vite' },
  {
    name: 'vite-7',
    template: 'vite',
    framework: '@storybook/react-vite',
    packages: ['vite@7', '@vitejs/plugin-react@5'],
  },
  {
    name: 'vite-6-react-18',
    template: 'vite',
    framework: '@storybook/react-vite',
    packages: [
      'vite@6',
      '@vitejs/plugin-react@4',
      'react@18',
      'react-dom@18',
      '@types/react@18',
      '@types/react-dom@18',
    ],
  },
  { name: 'webpack-5', template: 'vite', framework: '@storybook/react-webpack5' },
  { name: 'next-vite', template: 'next', framework: '@storybook/nextjs-vite' },
  { name: 'next-webpack', template: 'next', framework: '@storybook/nextjs' },
];

export interface Host extends HostKind {
  readonly folder: string;
  readonly usesVite: boolean;
  /** Of what its checks depend on, as installed. */
  readonly versions: string;
  /** Runs a program of the project, or npm. @throws with all that it said */
  run(command: string, ...args: string[]): Promise<string>;
  remove(): Promise<void>;
}

/** Makes the project, and installs the packed lab in it, as its page says. */
export async function makeHost(kind: HostKind): Promise<Host> {
  const { template, framework, packages = [] } = kind;
  const parent = await mkdtemp(join(tmpdir(), 'elsewhere-'));
  const folder = join(parent, 'host');
  const run = async (command: string, ...args: string[]) => {
    const { all } = await execa(command, args, {
      cwd: folder,
      all: true,
      stdin: 'ignore',
      preferLocal: true,
      localDir: folder,
      env: { CI: '1', STORYBOOK_DISABLE_TELEMETRY: '1', NEXT_TELEMETRY_DISABLED: '1' },
    });
    return all;
  };
  const create = {
    vite: ['create-vite@latest', 'host', '--template', 'react-ts', '--no-interactive'],
    next: ['create-next-app@latest', 'host', '--yes', '--use-npm', '--disable-git'],
  };
  await execa('npx', ['--yes', ...create[template]], { cwd: parent, stdin: 'ignore' });
  if (template === 'vite') await run('npm', 'install');
  await addStorybook(run, kind);
  await rm(join(folder, 'stories'), { recursive: true, force: true });
  await rm(join(folder, 'src/stories'), { recursive: true, force: true });
  // The templates name versions that npm finds in conflict with each other, without the lab as well.
  const install = ['install', '--save-dev', '--legacy-peer-deps'];
  if (packages.length > 0) await run('npm', ...install, ...packages);
  await run('npm', ...install, await packLab(parent));

  const code = join(folder, template === 'next' ? 'stories' : 'src/lab');
  await cp(join(ROOT, 'tests/elsewhere/host'), code, { recursive: true });
  for (const file of ['Ticker.tsx', 'Ticker.stories.tsx']) {
    await cp(join(ROOT, 'examples/storybook-csf3/src', file), join(code, file));
  }
  for (const file of ['Ticker.stories.tsx', 'Mistakes.stories.tsx']) {
    const text = await readFile(join(code, file), 'utf8');
    await writeFile(join(code, file), text.replace('@storybook/react-vite', framework));
  }
  await edit(join(folder, '.storybook/main.ts'), (text) =>
    text.replace(/"?addons"?: \[/, "addons: [\n    'react-websocket-lab',"),
  );
  if (template === 'next') await leaveFontsOut(folder);
  const usesVite = !/webpack5|\/nextjs$/.test(framework);
  if (usesVite && template === 'vite') await launchAsHere(folder);
  return {
    ...kind,
    folder,
    usesVite,
    versions: await readVersions(folder, framework),
    run,
    remove: () => rm(parent, { recursive: true, force: true }),
  };
}

async function addStorybook(run: Host['run'], { template, framework }: HostKind): Promise<void> {
  const type = template === 'next' ? 'nextjs' : 'react';
  const builder = /webpack5|\/nextjs$/.test(framework) ? 'webpack5' : 'vite';
  await run(
    'npx',
    ...['--yes', 'create-storybook@latest', '--yes', '--no-dev', '--package-manager', 'npm'],
    ...['--type', type, '--builder', builder, '--features', 'docs', 'test', 'a11y'],
  );
}

async function packLab(parent: string): Promise<string> {
  await execa('npm', ['run', '--silent', 'package'], { cwd: ROOT });
  const pack = ['pack', '--silent', '--ignore-scripts', '--pack-destination', parent];
  const { stdout } = await execa('npm', pack, { cwd: join(ROOT, 'package') });
  return join(parent, stdout);
}

/** The template’s fonts are Google’s, which a build fetches. */
async function leaveFontsOut(folder: string): Promise<void> {
  await writeFile(
    join(folder, 'app/layout.tsx'),
    `import type { ReactNode } from 'react';

export default function Layout({ children }: { readonly children: ReactNode }) {
  return <html lang="en"><body>{children}</body></html>;
}
`,
  );
}

/** The template starts the browser that Playwright downloads; here another one may be all there is. */
async function launchAsHere(folder: string): Promise<void> {
  const options = JSON.stringify({ launchOptions: await launchOptions() });
  await edit(join(folder, 'vite.config.ts'), (text) =>
    text.replace('playwright({})', `playwright(${options})`),
  );
}

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const before = await readFile(file, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`Nothing to change was found in ${file}:\n${before}`);
  await writeFile(file, after);
}

async function readVersions(folder: string, framework: string): Promise<string> {
  const names = [
    'react',
    'storybook',
    framework,
    'vite',
    'webpack',
    'next',
    'vitest',
    'typescript',
  ];
  const found = names.map(async (name) => {
    try {
      const text = await readFile(join(folder, 'node_modules', name, 'package.json'), 'utf8');
      return `${name} ${(JSON.parse(text) as { version: string }).version}`;
    } catch {
      return undefined; // not of this project
    }
  });
  return (await Promise.all(found)).filter((one) => one !== undefined).join(', ');
}
