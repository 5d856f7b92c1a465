import { expect, test } from 'vitest';
import type { Command } from './command.ts';
import { DEFAULT_DRAFT, toCommand } from './draft.ts';
import { toPlayFunction } from './play-function.ts';
import { INITIAL_STATE, reduce } from './reducer.ts';
import type { ServerCounts } from './recording.ts';
import { RUN } from './testing.ts';

const BEGINNING: ServerCounts = {
  connections: 1,
  closings: 0,
  messages: 0,
  streamed: { count: 0, message: '', perSecond: 0 },
};

/** The play function of these commands, each with what had changed at the server since the one before. */
function playOf(driven: readonly (readonly [Command, Partial<ServerCounts>?])[]): string {
  let state = reduce(INITIAL_STATE, { type: 'run', run: RUN });
  let before = BEGINNING;
  for (const [command, change] of driven) {
    before = { ...before, ...change };
    state = reduce(state, { type: 'driven', run: RUN.id, command, before });
  }
  return toPlayFunction(state.recording.steps);
}

const send = (message: string) => toCommand('send', { ...DEFAULT_DRAFT, message });

test('writes the play function that does what was driven, behind what had come before it', () => {
  const code = playOf([
    [{ verb: 'hold' }],
    [
      { verb: 'record', isOn: true },
      { messages: 5, closings: 1 },
    ],
    [send('it\'s\n"so"')],
    [toCommand('send', { ...DEFAULT_DRAFT, kind: 'binary', message: '00 fF' }), { messages: 6 }],
    [toCommand('close', { ...DEFAULT_DRAFT, code: '4001', reason: 'bye' })],
    [toCommand('refuse', DEFAULT_DRAFT), { connections: 3, closings: 2 }],
    [toCommand('close', { ...DEFAULT_DRAFT, code: '' })],
    [{ verb: 'record', isOn: false }, { closings: 3 }],
    [{ verb: 'drop' }],
  ]);
  expect(code).toBe(`play: async ({ server }) => {
  await server.nextConnection();
  await server.send('it\\'s\\n"so"');
  await server.nextMessage();
  await server.send(new Uint8Array([0, 255]));
  await server.close(4001, 'bye');
  for (let n = 0; n < 2; n++) await server.nextConnection();
  await server.nextClose();
  await server.refuse(503);
  await server.close();
  await server.nextClose();
},`);
});

test('writes the sliders and behaviours as code: a stream by what it has sent', () => {
  const code = playOf([
    [{ verb: 'record', isOn: true }],
    [{ verb: 'control', change: { latencyMs: 50 } }],
    [{ verb: 'control', change: { latencyMs: 500 } }],
    [{ verb: 'control', change: { messagesPerSecond: 20 } }],
    [
      { verb: 'control', change: { messagesPerSecond: 30 } },
      { streamed: { count: 4, message: 'tick', perSecond: 20 } },
    ],
    [
      { verb: 'control', change: { messagesPerSecond: 0 } },
      { streamed: { count: 7, message: 'tick', perSecond: 20 } },
    ],
    [{ verb: 'drop' }, { streamed: { count: 9, message: 'tick', perSecond: 30 }, messages: 2 }],
    [{ verb: 'behave', behaviour: 'streams(10)' }],
    [{ verb: 'behave', behaviour: 'acceptsAndEchoes()' }],
    [{ verb: 'behave', behaviour: undefined }],
    [{ verb: 'behave', behaviour: 'streams(10)' }],
    [{ verb: 'record', isOn: false }],
  ]);
  expect(code).toBe(`// import { streams, acceptsAndEchoes } from 'react-websocket-lab';
play: async ({ server }) => {
  await server.nextConnection();
  server.latencyMs = 500;
  await server.stream('tick', { perSecond: 20, count: 7 });
  await server.stream('tick', { perSecond: 30, count: 2 });
  for (let n = 0; n < 2; n++) await server.nextMessage();
  await server.drop();
  const undo1 = streams(10)(server);
  undo1();
  const undo2 = acceptsAndEchoes()(server);
  undo2();
  const undo3 = streams(10)(server);
},`);
});

test('answers what cannot be sent in words', () => {
  const sendAs = (kind: 'json' | 'binary', message: string) => () =>
    toCommand('send', { ...DEFAULT_DRAFT, kind, message });
  expect(sendAs('json', '{')).toThrow(/^This is not JSON.*send it as text/);
  expect(sendAs('binary', '0')).toThrow('A byte has two');
  expect(sendAs('binary', '')()).toEqual({
    verb: 'send',
    content: { kind: 'binary', base64: '' },
  });
});
