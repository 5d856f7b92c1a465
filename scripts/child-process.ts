/** Starts Node programs as a person does in a terminal, and ends them whatever happens to us. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export interface Served {
  /** With a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

type ChildProcess = ReturnType<typeof startNode>;

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const HOST = '127.0.0.1';
/** For a first start, on a slow machine that is busy with other tests. */
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 5_000;
const POLL_MS = 20;
const ENDS_OF_A_PROCESS = ['exit', 'SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** What Vitest sets in its own process: with it, the program would not be the one a person gets. */
const OF_VITEST = /^(VITEST.*|NODE_ENV|TEST|MODE|DEV|PROD|SSR|BASE_URL)$/;

/** Runs Node with these arguments in a process of its own. */
export function startNode(args: readonly string[], cwd: string, env: NodeJS.Dict<string> = {}) {
  const inherited = Object.entries(process.env).filter(([name]) => !OF_VITEST.test(name));
  const child = spawn(process.execPath, args, {
    cwd,
    // Next.js declares NODE_ENV as always set; each program sets its own.
    env: { ...Object.fromEntries(inherited), ...env } as NodeJS.ProcessEnv,
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
  }) as Promise<[code: number | null]>;
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

/** Waits until a server answers at `url`. Throws with all that it said when it does not. */
export async function untilAnswers(server: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (!(await answers(url))) {
    if (server.hasEnded() || Date.now() > deadline) {
      await server.stop();
      throw new Error(`Nothing answers at ${url}:\n${server.output()}`);
    }
    await delay(POLL_MS);
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false; // nothing listens there yet
  }
}
