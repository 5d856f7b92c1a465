/** Builds, serves and starts Storybook as a person does, for what then drives it in a browser. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preview } from 'vite';
import { findFreePort, HOST, ROOT, startNode, untilAnswers, type Served } from './child-process.ts';

interface DevOptions {
  /** The project whose Storybook it is. @default this one */
  readonly cwd?: string;
  /** Where Vite keeps its bundled dependencies. @default where `npm start` keeps them */
  readonly cacheDir?: string;
}

/** Starts the Storybook command in a process of its own. */
function start(args: readonly string[], cwd: string, env?: NodeJS.Dict<string>) {
  const command = createRequire(join(cwd, 'package.json')).resolve(
    'storybook/internal/bin/dispatcher',
  );
  return startNode([command, ...args, '--disable-telemetry', '--quiet'], cwd, env);
}

/** `storybook build` into a folder. Throws with all that it said when it fails. */
export async function buildStorybook(outputDir: string, cwd = ROOT): Promise<void> {
  const build = start(['build', '--output-dir', outputDir], cwd);
  const code = await build.ended;
  if (code !== 0) throw new Error(`storybook build failed:\n${build.output()}`);
}

/** Serves a folder with a built Storybook. */
export async function serveFolder(folder: string, cwd = ROOT): Promise<Served> {
  const server = await preview({
    configFile: false,
    root: cwd,
    appType: 'mpa', // a file that is missing is a 404, not the first page
    build: { outDir: folder },
    // A page that is opened again does not load and compile the lab's scripts again.
    preview: { host: HOST, port: 0, headers: { 'Cache-Control': 'max-age=3600' } },
  });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('The preview server has no address.');
  return { url, close: () => server.close() };
}

/** Builds a project's Storybook into a temporary folder and serves that. Closing takes both away. */
export async function serveBuiltStorybook(cwd = ROOT): Promise<Served> {
  const folder = await mkdtemp(join(tmpdir(), 'storybook-built-'));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  try {
    await buildStorybook(folder, cwd);
    const server = await serveFolder(folder, cwd);
    return {
      url: server.url,
      async close() {
        await server.close();
        await removeFolder();
      },
    };
  } catch (error) {
    await removeFolder();
    throw error;
  }
}

/** `storybook dev` on a free port, once it answers. Closing stops it. */
export async function serveStorybookDev({
  cwd = ROOT,
  cacheDir,
}: DevOptions = {}): Promise<Served> {
  const port = await findFreePort();
  const url = `http://${HOST}:${port}/`;
  const dev = start(
    ['dev', '--ci', '--host', HOST, '--port', String(port), '--exact-port'],
    cwd,
    cacheDir === undefined ? {} : { CACHE_DIR: cacheDir },
  );
  await untilAnswers(dev, `${url}index.json`);
  return { url, close: () => dev.stop() };
}
