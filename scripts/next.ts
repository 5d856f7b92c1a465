/** Builds and starts a Next.js app as a person does, for what then drives it in a browser. */
import { createRequire } from 'node:module';
import { stripVTControlCharacters } from 'node:util';
import { findFreePort, HOST, ROOT, startNode, untilAnswers, type Served } from './child-process.ts';

const NEXT = createRequire(import.meta.url).resolve('next/dist/bin/next');

export interface NextServer extends Served {
  /** All that it has said, without colours. */
  output(): string;
}

interface NextOptions {
  readonly env?: NodeJS.Dict<string>;
  /** For Node, before Next.js begins. */
  readonly nodeArgs?: readonly string[];
}

function start(args: readonly string[], { env, nodeArgs = [] }: NextOptions) {
  const child = startNode([...nodeArgs, NEXT, ...args], ROOT, {
    ...env,
    NEXT_TELEMETRY_DISABLED: '1',
  });
  return { ...child, output: () => stripVTControlCharacters(child.output()) };
}

/** `next build` of the app in a folder. Answers with how it ended, and all that it said. */
export async function buildNext(folder: string, options: NextOptions = {}) {
  const build = start(['build', folder], options);
  const code = await build.ended;
  return { code, output: build.output() };
}

/** `next start` or `next dev` on a free port, once it answers. Closing stops it. */
export async function serveNext(
  command: 'start' | 'dev',
  folder: string,
  options: NextOptions = {},
): Promise<NextServer> {
  const port = await findFreePort();
  const url = `http://${HOST}:${port}/`;
  const server = start([command, folder, '--hostname', HOST, '--port', String(port)], options);
  await untilAnswers(server, url);
  return { url, output: () => server.output(), close: () => server.stop() };
}
