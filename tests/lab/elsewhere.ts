/** A project that is not the lab: a plain Storybook with one component, and the packed lab installed. */
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { ROOT } from '../../scripts/child-process.ts';

/** What a React project with Storybook has before anyone installs the lab. */
const OWN_PACKAGES = ['@storybook/react-vite', 'react', 'react-dom', 'storybook', 'vite'];

interface Project {
  readonly folder: string;
  remove(): Promise<void>;
}

/**
 * Makes the project in a temporary folder. Its packages are links to ours, so nothing is downloaded;
 * the lab finds none that it does not ask for in its own manifest.
 */
export async function makeProject(): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), 'storybook-elsewhere-'));
  await cp(join(ROOT, 'examples/storybook'), folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  const packages = join(folder, 'node_modules');
  const manifest = await unpackLab(folder, join(packages, 'react-websocket-lab'));
  for (const name of [...OWN_PACKAGES, ...Object.keys(manifest.dependencies)]) {
    await mkdir(dirname(join(packages, name)), { recursive: true });
    await symlink(join(ROOT, 'node_modules', name), join(packages, name), 'dir');
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Puts there what `npm install` would, of the file that `npm pack` makes. */
async function unpackLab(folder: string, destination: string) {
  const pack = ['pack', '--silent', '--offline', '--ignore-scripts', '--pack-destination', folder];
  const { stdout } = await execa('npm', pack, { cwd: ROOT });
  await mkdir(destination, { recursive: true });
  const file = join(folder, stdout);
  await execa('tar', ['--extract', '--file', file, '--strip-components=1', '-C', destination]);
  const manifest = await readFile(join(destination, 'package.json'), 'utf8');
  return JSON.parse(manifest) as { dependencies: Record<string, string> };
}
