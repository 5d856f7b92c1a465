import { expect, test } from 'vitest';
import type { Command } from './command.ts';
import { DEFAULT_DRAFT, toCommand } from './draft.ts';
import { INITIAL_STATE, reduce, type PanelState } from './reducer.ts';
import { toPlayFunction } from './recording.ts';
import { RUN } from './testing.ts';

const FAR_END = { policy: 'accept', connecting: 0, open: 1, closing: 0, stalled: 0 } as const;

function drive(state: PanelState, made: number, command: Command): PanelState {
  const status = { openSockets: 1, isMounted: true, held: [], farEnd: { ...FAR_END, made } };
  const known = reduce(state, { type: 'status', run: RUN.id, status });
  return reduce(known, { type: 'command', command });
}

test('writes the play function that does what was driven, waiting for each connection', () => {
  let state = reduce(INITIAL_STATE, { type: 'run', run: RUN });
  state = drive(state, 1, { verb: 'hold' });
  state = reduce(state, { type: 'record', isOn: true });
  state = drive(state, 1, toCommand('send', { ...DEFAULT_DRAFT, message: 'it\'s\n"so"' }));
  state = drive(
    state,
    1,
    toCommand('send', { ...DEFAULT_DRAFT, kind: 'binary', message: '00 fF' }),
  );
  state = drive(state, 1, toCommand('close', { ...DEFAULT_DRAFT, code: 4001, reason: 'bye' }));
  state = drive(state, 3, toCommand('refuse', DEFAULT_DRAFT));
  state = drive(state, 3, toCommand('close', { ...DEFAULT_DRAFT, code: undefined }));
  state = drive(state, 3, { verb: 'behave', behaviour: 'streams(10)' });
  state = reduce(state, { type: 'record', isOn: false });
  state = drive(state, 3, { verb: 'drop' });
  expect(toPlayFunction(state.recording.steps)).toBe(`play: async ({ server }) => {
  await server.nextConnection();
  await server.send('it\\'s\\n"so"');
  await server.send(new Uint8Array([0, 255]));
  await server.close(4001, 'bye');
  await server.nextConnection();
  await server.nextConnection();
  await server.refuse(503);
  await server.close();
  streams(10)(server); // imported from mocks/behaviours.ts
},`);
});

test('answers what cannot be sent in words', () => {
  const send = (kind: 'json' | 'binary', message: string) => () =>
    toCommand('send', { ...DEFAULT_DRAFT, kind, message });
  expect(send('json', '{')).toThrow(/^This is not JSON.*send it as text/);
  expect(send('binary', '0')).toThrow('pairs of hex digits');
  expect(send('binary', '')()).toEqual({
    verb: 'send',
    content: { kind: 'binary', base64: '' },
  });
});
