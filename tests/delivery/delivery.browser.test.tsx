/** 10,000 messages through 200 faults of all kinds, in virtual time and once in real time. */
import type { ComponentType } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { Instruments } from '../../addon/story/instruments.ts';
import { installSimulatedWebSocket } from '../../mocks/install.ts';
import { RemoteServer } from '../../mocks/live/remote-server.ts';
import { acknowledges } from '../../mocks/protocol-servers/acknowledges.ts';
import { NumberedLog } from '../../mocks/protocol-servers/numbered-log.ts';
import { replaysFrom } from '../../mocks/protocol-servers/replays-from.ts';
import { SimulatedServer } from '../../mocks/simulated-server.ts';
import type { SocketServer } from '../../mocks/socket-server.ts';
import { findPattern } from '../../src/catalogue.ts';
import { seeded } from '../../src/protocol/testing/random.ts';
import { FAULTS, type Until } from './faults.ts';
import {
  Acknowledged,
  ChatSender,
  ForgetsWhenSent,
  type Handle,
  type SenderProps,
} from './senders.tsx';

const MESSAGES = 10_000;
const FAULT_COUNT = 200;
const A_ROUND = MESSAGES / FAULT_COUNT;
const TEXTS = Array.from({ length: MESSAGES }, (_, index) => `${index}`);
const LATENCY_MS = 20;
const LONGEST_PAUSE_MS = 40;
const STEP_MS = 10;
const MOST_DUE = 100;
/** A minute of virtual time. Nothing that is awaited takes as long. */
const MOST_STEPS = 6_000;

interface World {
  readonly server: SocketServer;
  readonly until: Until;
  /** Lets some of what is on the way arrive. */
  readonly pass: (ms: number) => Promise<unknown>;
}

/** Sends everything through all faults. Resolves to what the server has kept, in its order. */
async function run(Sender: ComponentType<SenderProps>, { server, until, pass }: World) {
  const log = new NumberedLog();
  const chat = acknowledges({ echo: 'never', log });
  onTestFinished(chat(server));
  onTestFinished(replaysFrom(log)(server));
  const random = seeded(1);
  let sender: Handle | undefined;
  const root = createRoot(document.createElement('div'));
  const onReady = (handle: Handle) => {
    sender = handle;
  };
  flushSync(() => root.render(<Sender url={server.url} onReady={onReady} random={random} />));
  const say = (texts: readonly string[]) => {
    for (const text of texts) expect(sender?.send(text)).toBe(true);
  };
  /** An open connection, and not too much that it still has to carry. */
  const isReady = () =>
    server.open.some(({ isStalled }) => !isStalled) && (sender?.due() ?? MOST_DUE) < MOST_DUE;

  for (let round = 0; round < FAULT_COUNT; round += 1) {
    const texts = TEXTS.slice(round * A_ROUND, (round + 1) * A_ROUND);
    const before = 1 + Math.floor(random() * (A_ROUND - 1));
    await until(isReady);
    const made = server.connections.length;
    say(texts.slice(0, before));
    await pass(random() * LONGEST_PAUSE_MS);
    const fault = FAULTS[round % FAULTS.length]?.(server, until);
    say(texts.slice(before));
    await fault;
    // Each fault ends a connection of its own.
    await until(() => server.connections.length > made);
  }
  await until(isReady);
  return { chat, shown: sender?.shown, unmount: () => root.unmount() };
}

/** A simulated server on a clock that only this moves. */
async function virtual(): Promise<World> {
  onTestFinished(installSimulatedWebSocket());
  const instruments = await Instruments.open({ clock: 'paused', storyId: 'delivery' });
  const server = new SimulatedServer('wss://lab.test/delivery', 'delivery');
  server.latencyMs = LATENCY_MS;
  onTestFinished(() => {
    server.dispose();
    instruments.close();
  });
  return {
    server,
    pass: (ms) => instruments.clock.advance(ms),
    async until(condition) {
      for (let step = 0; !condition(); step += 1) {
        if (step === MOST_STEPS) throw new Error('What is awaited has not come in a minute.');
        await instruments.clock.advance(STEP_MS);
      }
    },
  };
}

/** A real server, and the browser's own socket. */
async function real(): Promise<World> {
  const server = await RemoteServer.open(inject('liveServerUrl'), 'delivery');
  onTestFinished(() => server.dispose());
  return {
    server,
    // The next message that arrives.
    pass: () => server.nextMessage(),
    until: (condition) => expect.poll(condition, { interval: 1, timeout: 60_000 }).toBe(true),
  };
}

describe.for([
  ['in virtual time', virtual],
  ['in real time', real],
] as const)('10,000 messages through 200 faults %s', ([, open]) => {
  test('none is lost, none is there twice, and all are in order', async () => {
    const world = await open();
    const { chat, unmount } = await run(Acknowledged, world);
    await world.until(() => chat.kept.length >= MESSAGES);
    expect(chat.kept.map(({ body }) => body)).toEqual(TEXTS);
    expect(world.server.connections.length).toBeGreaterThan(FAULT_COUNT);
    unmount();
  });

  test('the chat shows each of them once, in order', async () => {
    const world = await open();
    const { shown, unmount } = await run(ChatSender, world);
    await world.until(() => (shown?.length ?? 0) >= MESSAGES);
    expect(shown).toEqual(TEXTS);
    unmount();
  });
});

test('without acknowledgements, as many are lost as the page says', async () => {
  const world = await virtual();
  const { chat, unmount } = await run(ForgetsWhenSent, world);
  // What is still on the way arrives.
  await world.pass(1_000);
  const lost = MESSAGES - chat.kept.length;
  const { prevents } = findPattern('22-acknowledged');
  expect(prevents).toContain(`${lost.toLocaleString('en')} of 10,000`);
  unmount();
});
