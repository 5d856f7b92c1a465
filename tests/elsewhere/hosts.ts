/** Projects of other people: each made by its own official template, with Storybook added by its own too. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { ROOT } from '../../scripts/child-process.ts';
import { addStories } from './add-stories.ts';
import { prepareStoryTests } from './story-tests.ts';

export interface HostKind {
  readonly name: string;
  readonly template: 'vite' | 'next';
  readonly framework: `@storybook/${string}`;
  /** Versions other than the template's. */
  readonly packages?: readonly string[];
  /** Whether Rollup builds it, as before Vite 8. */
  readonly hasRollup?: boolean;
}

export const HOSTS: readonly HostKind[] = [
  { name: 'vite-8', template: 'vite', framework: '@storybook/react-vite' },
  {
    name: 'vite-7',
    hasRollup: true,
    template: 'vite',
    framework: '@storybook/react-vite',
    packages: ['vite@7', '@vitejs/plugin-react@5'],
  },
  {
    name: 'vite-6-react-18',
    hasRollup: true,
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

/** What a play function may call besides Storybook's own. */
const TESTING_LIBRARY = ['@testing-library/dom', '@testing-library/user-event'];

/** Whether its Storybook has Vite for its builder; else it has webpack. */
export function usesVite({ framework }: HostKind): boolean {
  return !/webpack5|\/nextjs$/.test(framework);
}

/** Runs a program of the project, or npm. @throws with all that it said */
export type Run = (command: string, ...args: string[]) => Promise<string>;

export interface Host extends HostKind {
  readonly folder: string;
  /** Of what its checks depend on, as installed. */
  readonly versions: string;
  readonly run: Run;
  remove(): Promise<void>;
}

/** Makes the project, and installs the packed lab in it, as its page says. */
export async function makeHost(kind: HostKind): Promise<Host> {
  const { template, framework, packages = [] } = kind;
  const parent = await mkdtemp(join(tmpdir(), 'elsewhere-'));
  const folder = join(parent, 'host');
  const run: Run = async (command, ...args) => {
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
  await keepInstalled(folder);
  // The templates name versions that npm finds in conflict with each other, without the lab as well.
  const install = ['install', '--save-dev', '--legacy-peer-deps'];
  if (packages.length > 0) await run('npm', ...install, ...packages);
  await run('npm', ...install, ...TESTING_LIBRARY, await packLab(parent));

  await prepareStoryTests(kind, folder, run);
  // npm removes packages that it has not installed, so these come last.
  await addStories(folder, kind);
  if (template === 'next') await leaveFontsOut(folder);
  return {
    ...kind,
    folder,
    versions: await readVersions(folder, framework),
    run,
    remove: () => rm(parent, { recursive: true, force: true }),
  };
}

async function addStorybook(run: Run, kind: HostKind): Promise<void> {
  const type = kind.template === 'next' ? 'nextjs' : 'react';
  const builder = usesVite(kind) ? 'vite' : 'webpack5';
  await run(
    'npx',
    ...['--yes', 'create-storybook@latest', '--yes', '--no-dev', '--package-manager', 'npm'],
    ...['--type', type, '--builder', builder, '--features', 'docs', 'test', 'a11y'],
  );
}

/**
 * Storybook's template asks for some packages as `latest`, and installs what fits the others. The next
 * install would look for the latest again.
 */
async function keepInstalled(folder: string): Promise<void> {
  const file = join(folder, 'package.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  for (const [name, range] of Object.entries(manifest.devDependencies)) {
    if (range !== 'latest') continue;
    manifest.devDependencies[name] = await readVersion(folder, name);
  }
  await writeFile(file, JSON.stringify(manifest, undefined, 2));
}

async function readVersion(folder: string, name: string): Promise<string> {
  const text = await readFile(join(folder, 'node_modules', name, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
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

async function readVersions(folder: string, framework: string): Promise<string> {
  const names = [
    'react',
    'storybook',
    framework,
    'vite',
    'webpack',
    'next',
    'vitest',
    '@storybook/test-runner',
    'typescript',
  ];
  const found = names.map(async (name) => {
    try {
      return `${name} ${await readVersion(folder, name)}`;
    } catch {
      return undefined; // not of this project
    }
  });
  return (await Promise.all(found)).filter((one) => one !== undefined).join(', ');
}
