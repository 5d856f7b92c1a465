/** Starts Node programs as a person does in a terminal, and ends them whatever happens to us. */
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import getPort from 'get-port';

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
/** What Vitest sets in its own process: with it, the program would not be the one a person gets. */
const OF_VITEST = /^(VITEST.*|NODE_ENV|TEST|MODE|DEV|PROD|SSR|BASE_URL)$/;

/** Runs Node with these arguments in a process of its own, which ends with this one. */
export function startNode(args: readonly string[], cwd: string, env: NodeJS.Dict<string> = {}) {
  const inherited = Object.entries(process.env).filter(([name]) => !OF_VITEST.test(name));
  const child = execa(process.execPath, args, {
    cwd,
    env: { ...Object.fromEntries(inherited), ...env },
    extendEnv: false,
    stdin: 'ignore',
    reject: false,
    forceKillAfterDelay: STOP_LIMIT_MS,
    // A server may run for hours: only what is read here is kept.
    buffer: false,
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => output.push(text));
  }
  let hasEnded = false;
  const ended = child.then(({ exitCode }) => {
    hasEnded = true;
    return exitCode;
  });
  return {
    /** Its exit code; none where a signal ended it. */
    ended,
    hasEnded: () => hasEnded,
    output: () => output.join(''),
    async stop() {
      child.kill();
      await ended;
    },
  };
}

/** A port of this machine at which nothing listens, and that nothing else has been given just now. */
export function findFreePort(): Promise<number> {
  return getPort({ host: HOST });
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
