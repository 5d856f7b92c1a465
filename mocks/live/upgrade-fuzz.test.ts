/**
 * No bytes from outside end the process that a live server is part of. `npm run fuzz:upgrade` sends a
 * hundred thousand inputs; this run fewer.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Report } from './control-protocol.ts';
import { inputsAt, type Goal } from './fuzz-inputs.ts';

const INPUTS = Number(process.env['FUZZ_INPUTS'] ?? 3_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
/** Between two looks at whether the server is still there. */
const BATCH = 500;
const AT_ONCE = 50;
/** What is answered at all is answered within a millisecond or two. */
const UNANSWERED_AFTER_MS = 20;
const PATH = '/lab-live/';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** A server of its own process, with a live one attached, as Storybook has it. */
const PROGRAM = `
  import { createServer } from 'node:http';
  import { LiveServer } from '${new URL('live-server.ts', import.meta.url).href}';
  import { fromSameOrigin } from '${new URL('origin.ts', import.meta.url).href}';
  const server = createServer();
  new LiveServer({ allowsOrigin: fromSameOrigin }).attach(server, '${PATH}');
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));
  process.stdin.resume();
`;

interface Target {
  readonly child: ChildProcess;
  readonly goals: readonly Goal[];
  /** Opens another control channel: the server still lets in whom it should. */
  readonly visit: () => Promise<void>;
}

async function start(): Promise<Target> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', PROGRAM], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const host = `127.0.0.1:${line.toString().trim()}`;
  let visits = 0;
  const openRoom = async () => {
    const url = `ws://${host}${PATH}control/visit-${++visits}`;
    const control = new WebSocket(url, { origin: `http://${host}` });
    const [data] = (await once(control, 'message')) as [Buffer];
    const report = JSON.parse(data.toString()) as Extract<Report, { report: 'listening' }>;
    return { control, address: new URL(report.url) };
  };
  // Held for as long as the test runs: its port is attacked too.
  const { address } = await openRoom();
  return {
    child,
    goals: [
      { host, path: PATH },
      { host: address.host, path: address.pathname },
    ],
    visit: async () => {
      const { control } = await openRoom();
      control.terminate();
    },
  };
}

/** Sends bytes on a connection of their own; resolves when they are answered, or will not be. */
async function attack({ host }: Goal, input: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const { hostname, port } = new URL(`http://${host}`);
  const socket = connect({ host: hostname, port: Number(port) });
  const timer = setTimeout(() => resolve(undefined), UNANSWERED_AFTER_MS);
  for (const event of ['data', 'close', 'error']) socket.on(event, () => resolve(undefined));
  socket.end(Buffer.from(input, 'latin1'));
  await promise;
  clearTimeout(timer);
  socket.destroy();
}

async function attackAll(goal: Goal, inputs: readonly string[]): Promise<void> {
  const waiting = [...inputs];
  const one = async () => {
    for (let input = waiting.pop(); input !== undefined; input = waiting.pop()) {
      await attack(goal, input);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

function batchOf(goal: Goal, batch: number): string[] {
  return fc.sample(inputsAt(goal), { numRuns: BATCH, seed: SEED + batch });
}

/** The first input of a batch that ends a process. */
async function findKiller(batch: number, index: number): Promise<string> {
  const { child, goals } = await start();
  const goal = goals[index] as Goal;
  for (const input of batchOf(goal, batch)) {
    await attack(goal, input);
    if (child.exitCode !== null) return JSON.stringify(input);
  }
  return 'several together';
}

test(`${INPUTS} inputs leave the process of a live server alive`, async () => {
  const target = await start();
  for (let batch = 0; batch * BATCH < INPUTS; batch++) {
    const index = batch % target.goals.length;
    const goal = target.goals[index] as Goal;
    await attackAll(goal, batchOf(goal, batch));
    const isAlive = await Promise.race([
      target.visit().then(() => true),
      once(target.child, 'exit').then(() => false),
    ]);
    if (!isAlive) expect.unreachable(`Seed ${SEED + batch}: ${await findKiller(batch, index)}`);
  }
  expect(target.child.exitCode).toBeNull();
}, 900_000);

test.for(['//', '///', '/\\', '*', 'http://[', `${PATH}/`, `${PATH}control//`])(
  'an upgrade for %s, from anyone, ends nothing',
  async (path) => {
    const { child, goals, visit } = await start();
    for (const goal of goals) {
      const head = [
        'Host: a',
        'Origin: http://evil.test',
        'Upgrade: websocket',
        'Connection: Upgrade',
      ];
      await attack(goal, [`GET ${path} HTTP/1.1`, ...head, '', ''].join('\r\n'));
    }
    await visit();
    expect(child.exitCode).toBeNull();
  },
);
