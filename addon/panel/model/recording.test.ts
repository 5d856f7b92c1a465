import { expect, test } from 'vitest';
import { DEFAULT_DRAFT, toCommand } from './draft.ts';
import { toCode, toPlayFunction } from './play-function.ts';
import {
  addStep,
  NO_RECORDING,
  replaceStep,
  startRecording,
  stopRecording,
  type ServerCounts,
  type Step,
} from './recording.ts';

const BEGINNING: ServerCounts = {
  connections: 1,
  closings: 0,
  messages: 0,
  streamed: { count: 0, message: '', perSecond: 0 },
};

const CLOSE = { code: '', reason: '' };

const call = (verb: Parameters<typeof toCode>[0]['verb'], ...args: unknown[]): Step => ({
  verb: verb === 'latencyMs' ? 'latency' : 'call',
  code: toCode({ verb, args }),
});
const behave = (behaviour?: string, server?: string): Step => ({
  verb: 'behave',
  behaviour,
  server,
});

/** The play function of these steps, each with what had changed at the server since the one before. */
function playOf(
  driven: readonly (readonly [Step, Partial<ServerCounts>?])[],
  atEnd: Partial<ServerCounts> = {},
): string {
  let before = BEGINNING;
  let recording = startRecording([before]);
  for (const [step, change] of driven) {
    before = { ...before, ...change };
    recording = addStep(recording, [before], step);
  }
  return toPlayFunction(stopRecording(recording, [{ ...before, ...atEnd }]).steps);
}

test('writes the play function that does what was driven, behind what had come before it', () => {
  const code = playOf(
    [
      [call('send', 'it\'s\n"so"')],
      [call('send', new Uint8Array([9, 0, 255]).subarray(1)), { messages: 1 }],
      [call('send', new Uint8Array([7]).buffer)],
      [call('close', 4001, 'bye')],
      [call('refuse', 503), { connections: 3, closings: 2 }],
      [call('accept', { protocol: undefined, thenClose: { code: 1001, reason: 'x' } })],
      [{ verb: 'call', code: toCode({ verb: 'drop', args: [], connection: 2 }) }],
      [call('close')],
    ],
    { closings: 3 },
  );
  expect(code).toBe(`play: async ({ server }) => {
  await server.nextConnection();
  await server.send('it\\'s\\n"so"');
  await server.nextMessage();
  await server.send(new Uint8Array([0, 255]));
  await server.send(new Uint8Array([7]));
  await server.close(4001, 'bye');
  for (let n = 0; n < 2; n++) await server.nextConnection();
  for (let n = 0; n < 2; n++) await server.nextClose();
  await server.refuse(503);
  await server.accept({ thenClose: { code: 1001, reason: 'x' } });
  await server.connections[2]?.drop();
  await server.close();
  await server.nextClose();
},`);
});

test('writes nothing that came before it began, or after it ended', () => {
  const now = [{ ...BEGINNING, messages: 5, closings: 1 }];
  const before = addStep(NO_RECORDING, now, call('hold'));
  expect(before).toBe(NO_RECORDING);
  const ended = stopRecording(addStep(startRecording(now), now, call('drop')), now);
  expect(addStep(ended, now, call('stall'))).toBe(ended);
  expect(toPlayFunction(ended.steps)).toBe(`play: async ({ server }) => {
  await server.nextConnection();
  await server.drop();
},`);
});

test('writes the sliders and behaviours as code: a stream by what it has sent', () => {
  const code = playOf([
    [call('latencyMs', 50)],
    [call('latencyMs', 500)],
    [call('hold'), { streamed: { count: 4, message: 'tick', perSecond: 20 } }],
    [call('drop'), { streamed: { count: 7, message: 'tick', perSecond: 30 }, messages: 2 }],
    [behave('streams(10)')],
    [behave('acceptsAndEchoes()')],
    [behave()],
    [behave('streams(10)')],
  ]);
  expect(code).toBe(`// import { streams, acceptsAndEchoes } from 'react-websocket-lab';
play: async ({ server }) => {
  await server.nextConnection();
  server.latencyMs = 500;
  await server.stream('tick', { perSecond: 20, count: 4 });
  await server.hold();
  await server.stream('tick', { perSecond: 30, count: 3 });
  for (let n = 0; n < 2; n++) await server.nextMessage();
  await server.drop();
  const undo1 = streams(10)(server);
  undo1();
  const undo2 = acceptsAndEchoes()(server);
  undo2();
  const undo3 = streams(10)(server);
},`);
});

test('writes what one of several servers was told by its name, and undoes its own behaviour', () => {
  const code = playOf([
    [{ verb: 'call', code: toCode({ verb: 'send', args: ['101'], server: 'prices' }) }],
    [behave('acceptsAndEchoes()', 'chat')],
    [behave('streams(10)')],
    [behave(undefined, 'prices')],
    [behave(undefined, 'chat')],
  ]);
  expect(code).toContain(`
  await server.prices.send('101');
  const undo1 = acceptsAndEchoes()(server.chat);
  const undo2 = streams(10)(server);
  undo1();
},`);
});

test('waits at each of several servers, for connections first and for messages last', () => {
  const countsOf = (server: string | undefined, change: Partial<ServerCounts>) => ({
    ...{ ...BEGINNING, connections: 0, ...change },
    ...(server !== undefined && { server }),
  });
  const before = [
    countsOf(undefined, {}),
    countsOf('prices', { connections: 1 }),
    countsOf('chat', { connections: 1, messages: 3 }),
  ];
  const later = [
    countsOf(undefined, { streamed: { count: 2, message: 'tick', perSecond: 10 } }),
    countsOf('prices', { connections: 2, closings: 1, messages: 1 }),
    countsOf('chat', {
      connections: 3,
      messages: 4,
      streamed: { count: 5, message: 'tick', perSecond: 10 },
    }),
  ];
  const latency = (server: string, ms: number): Step => ({
    verb: 'latency',
    server,
    code: toCode({ verb: 'latencyMs', args: [ms], server }),
  });
  let recording = startRecording(before);
  for (const step of [latency('prices', 5), latency('chat', 6), latency('chat', 7)]) {
    recording = addStep(recording, before, step);
  }
  expect(toPlayFunction(stopRecording(recording, later).steps)).toBe(`play: async ({ server }) => {
  await server.prices.nextConnection();
  await server.chat.nextConnection();
  server.prices.latencyMs = 5;
  server.chat.latencyMs = 7;
  await server.prices.nextConnection();
  for (let n = 0; n < 2; n++) await server.chat.nextConnection();
  await server.prices.nextClose();
  await server.stream('tick', { perSecond: 10, count: 2 });
  await server.chat.stream('tick', { perSecond: 10, count: 5 });
  await server.prices.nextMessage();
  await server.chat.nextMessage();
},`);
});

test('says what is too long for a file, and takes back what could not be done', () => {
  expect(call('send', 'x'.repeat(100_001))).toEqual({
    verb: 'call',
    code: expect.stringContaining('left out') as string,
  });
  const failed = call('send', 'to no one');
  const recording = addStep(startRecording([BEGINNING]), [BEGINNING], failed);
  expect(replaceStep(recording, failed).steps).toEqual([{ verb: 'connection', count: 1 }]);
  const other = call('drop');
  expect(replaceStep(recording, failed, other).steps.at(-1)).toBe(other);
});

test('answers what cannot be sent with a message', () => {
  const sendAs = (kind: 'json' | 'binary', message: string) => () =>
    toCommand('send', { ...DEFAULT_DRAFT, ...CLOSE, kind, message });
  expect(sendAs('json', '{')).toThrow(/^This is not JSON.*send it as text/);
  expect(sendAs('binary', '0')).toThrow('A byte has two');
  expect(sendAs('binary', '')()).toEqual({
    verb: 'send',
    content: { kind: 'binary', base64: '' },
  });
});

test('closes without a code where none is typed, and then without a reason', () => {
  const close = (code: string, reason: string) =>
    toCommand('close', { ...DEFAULT_DRAFT, code, reason });
  expect(close('4001', 'bye')).toEqual({ verb: 'close', code: 4001, reason: 'bye' });
  expect(close('4001', '')).toEqual({ verb: 'close', code: 4001 });
  expect(close('', 'bye')).toEqual({ verb: 'close' });
  expect(() => close('1006', '')).toThrow('1006');
});
