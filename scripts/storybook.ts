/** Builds, serves and starts Storybook as a person does, for what then drives it in a browser. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';

export interface Served {
  /** With a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

interface DevOptions {
  /** The project whose Storybook it is. @default this one */
  readonly cwd?: string;
  /** Where Vite keeps its bundled dependencies. @default where `npm start` keeps them */
  readonly cacheDir?: string;
}

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const HOST = '127.0.0.1';
/** For a first start, on a slow machine that is busy with other tests. */
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 5_000;
const POLL_MS = 20;
const ENDS_OF_A_PROCESS = ['exit', 'SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** What Vitest sets in its own process: with it, the build would not be the one a person gets. */
const OF_VITEST = /^(VITEST.*|NODE_ENV|TEST|MODE|DEV|PROD|SSR|BASE_URL)$/;

/** Starts the Storybook command in a process of its own. */
function start(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}) {
  const inherited = Object.entries(process.env).filter(([name]) => !OF_VITEST.test(name));
  const command = createRequire(join(cwd, 'package.json')).resolve(
    'storybook/internal/bin/dispatcher',
  );
  const child = spawn(process.execPath, [command, ...args, '--disable-telemetry', '--quiet'], {
    cwd,
    env: { ...Object.fromEntries(inherited), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => output.push(text));
  }
  // A run that is broken off must not leave a server behind.
  const endWithUs = (reason: NodeJS.Signals | number) => {
    child.kill();
    if (typeof reason === 'string') process.kill(process.pid, reason);
  };
  for (const reason of ENDS_OF_A_PROCESS) process.once(reason, endWithUs);
  const ended = once(child, 'close').finally(() => {
    for (const reason of ENDS_OF_A_PROCESS) process.off(reason, endWithUs);
  });
  return {
    ended,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    output: () => output.join(''),
    async stop() {
      child.kill();
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
      await ended;
      clearTimeout(timer);
    },
  };
}

/** `storybook build` into a folder. Throws with all that it said when it fails. */
export async function buildStorybook(outputDir: string, cwd = ROOT): Promise<void> {
  const build = start(['build', '--output-dir', outputDir], cwd);
  const [code] = (await build.ended) as [number | null];
  if (code !== 0) throw new Error(`storybook build failed:\n${build.output()}`);
}

/** Builds a project's Storybook into a temporary folder and serves that. Closing takes both away. */
export async function serveBuiltStorybook(cwd = ROOT): Promise<Served> {
  const folder = await mkdtemp(join(tmpdir(), 'storybook-built-'));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  try {
    await buildStorybook(folder, cwd);
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
    return {
      url,
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

/** A port of this machine at which nothing listens. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, HOST);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false; // nothing listens there yet
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
  const deadline = Date.now() + START_LIMIT_MS;
  while (!(await answers(`${url}index.json`))) {
    if (dev.hasEnded() || Date.now() > deadline) {
      await dev.stop();
      throw new Error(`storybook dev does not answer:\n${dev.output()}`);
    }
    await delay(POLL_MS);
  }
  return { url, close: () => dev.stop() };
}
