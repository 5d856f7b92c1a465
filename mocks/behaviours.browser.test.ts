import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  accepts,
  acceptsAndEchoes,
  answersPings,
  closesAfter,
  goesSilentAfter,
  holdsFor,
  refuses,
  refusesThenAccepts,
  streams,
  together,
  type Behaviour,
} from './behaviours.ts';
import { sequence } from './sequence.ts';
import { SimulatedServer } from './simulated-server.ts';
import { SimulatedWebSocket } from './simulated-web-socket.ts';

const URL_OF_TEST = 'wss://lab.test/behaviour';
let server: SimulatedServer;
let undo: () => void;

beforeEach(() => {
  server = new SimulatedServer(URL_OF_TEST);
});
afterEach(() => {
  undo();
  server.dispose();
});

/** A socket at a server that behaves so, and all of its events from the first. */
function connect(behaviour?: Behaviour) {
  if (behaviour) undo = behaviour(server);
  const socket = new SimulatedWebSocket(URL_OF_TEST);
  const events: string[] = [];
  const waiting = new Map<string, () => void>();
  for (const type of ['open', 'message', 'error', 'close']) {
    socket.addEventListener(type, (event) => {
      const what = event instanceof MessageEvent ? `${type} ${String(event.data)}` : type;
      events.push(what);
      waiting.get(what)?.();
    });
  }
  const until = (what: string) =>
    events.includes(what)
      ? Promise.resolve()
      : new Promise<void>((resolve) => void waiting.set(what, resolve));
  return { socket, events, until };
}

test('acceptsAndEchoes sends every message back', async () => {
  const { socket, until } = connect(acceptsAndEchoes());
  await until('open');
  socket.send('ping');
  await until('message ping');
});

test('holdsFor leaves the handshake unanswered for a while', async () => {
  const { socket, until } = connect(holdsFor(50));
  const { state } = await server.nextConnection();
  expect([state, socket.readyState]).toEqual(['connecting', 0]);
  await until('open');
});

test('refusesThenAccepts counts', async () => {
  const first = connect(refusesThenAccepts(2));
  await first.until('close');
  const second = connect();
  await second.until('close');
  const third = connect();
  await third.until('open');
  expect([first.events, second.events]).toEqual([
    ['error', 'close'],
    ['error', 'close'],
  ]);
});

test('closesAfter closes with its code', async () => {
  const { until } = connect(closesAfter(20, 1012, 'restart'));
  await until('close');
  expect(await server.nextClose()).toEqual({ code: 1012, reason: 'restart', wasClean: true });
});

test('streams counts its messages, until it is undone', async () => {
  const { events, until } = connect(streams(500, 'tick'));
  await until('message tick 10');
  expect(events.slice(1, 4)).toEqual(['message tick 1', 'message tick 2', 'message tick 3']);
  undo();
  await server.send('the end');
  await until('message the end');
  expect(events.at(-1)).toBe('message the end');
});

test('goesSilentAfter answers so many, then nothing, and stays open', async () => {
  const { socket, events, until } = connect(goesSilentAfter(1));
  await until('open');
  socket.send('one');
  socket.send('two');
  await until('message one');
  // What a server that had read `two` would have answered comes before what a second one sends.
  const other = connect();
  await other.until('open');
  expect(events).toEqual(['open', 'message one']);
  expect(socket.readyState).toBe(1);
});

test('sequence gives each connection its own behaviour, and the last to all later ones', async () => {
  const states = async (behaviour: Behaviour, count: number) => {
    undo = behaviour(server);
    const seen: string[] = [];
    for (let n = 0; n < count; n += 1) {
      const { events, until } = connect();
      await Promise.race([until('open'), until('close')]);
      seen.push(events[0] ?? 'nothing');
    }
    return seen;
  };
  const behaviour = sequence(refuses(), accepts(), refuses(), acceptsAndEchoes());
  expect(await states(behaviour, 5)).toEqual(['error', 'open', 'error', 'open', 'open']);
  const { socket, until } = connect();
  await until('open');
  socket.send('ping');
  await until('message ping');
});

test('sequence leaves the server alone once it is undone', async () => {
  sequence(refuses())(server)();
  const { until } = connect();
  await until('open');
  undo = () => undefined;
});

test('sequence without a behaviour says what to do', () => {
  undo = () => undefined;
  expect(() => sequence()).toThrow('Pass at least one');
});

test('together does all of it, and undoes all of it', async () => {
  const { socket, events, until } = connect(together(answersPings(), acceptsAndEchoes()));
  await until('open');
  socket.send('ping');
  await until('message ping');
  expect(events).toEqual(['open', 'message pong', 'message ping']);
  undo();
  connect();
  const second = await server.nextConnection().then(() => server.nextConnection());
  await expect.poll(() => second.state).toBe('open');
  expect(events).toHaveLength(3);
});
