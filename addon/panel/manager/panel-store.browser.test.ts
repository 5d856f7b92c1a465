import { mockChannel } from 'storybook/preview-api';
import { expect, test } from 'vitest';
import { PanelChannel, type Messages } from '../model/channel.ts';
import type { Command } from '../model/command.ts';
import { NO_STATUS, type ServerStatus } from '../model/status.ts';
import { RUN } from '../model/testing.ts';
import { PanelStore } from './panel-store.ts';

const open: ServerStatus = {
  policy: 'accept',
  connecting: 0,
  open: 1,
  closing: 0,
  ended: 0,
  stalled: 0,
};
const STATUS = {
  ...NO_STATUS,
  server: open,
  servers: { prices: { ...open, open: 0 }, chat: open },
};

/** The manager's half, with a page that has a story with two servers. */
function begin() {
  const channel = new PanelChannel(mockChannel());
  const store = new PanelStore(channel);
  const commands: Command[] = [];
  channel.on('command', ({ command }) => commands.push(command));
  const run = (change: Partial<Messages['run']>) => {
    const next = { ...RUN, ...change };
    channel.emit('run', next);
    channel.emit('status', { run: next.id, status: STATUS });
  };
  run({});
  return { store, commands, run };
}

test('the verbs and behaviours are for the chosen server, as far as that one can do them', () => {
  const { store, commands } = begin();
  store.drive('drop', {});
  store.chooseServer('chat');
  store.drive('drop', {});
  store.drive('close', { closeCode: '4001' });
  store.behave('streams(10)');
  store.chooseServer('prices');
  // It has no connection, whatever the other one has.
  store.drive('drop', {});
  store.drive('hold', {});
  store.chooseServer(undefined);
  store.drive('hold', {});
  expect(commands).toEqual([
    { verb: 'drop' },
    { verb: 'drop', server: 'chat' },
    { verb: 'close', code: 4001, server: 'chat' },
    { verb: 'behave', behaviour: 'streams(10)', server: 'chat' },
    { verb: 'hold', server: 'prices' },
    { verb: 'hold' },
  ]);
});

test('the choice stays when its story is run again, and ends with its story', () => {
  const { store, run } = begin();
  store.chooseServer('chat');
  run({ id: 2 });
  expect(store.getSnapshot().chosenServer).toBe('chat');
  run({ id: 3, storyId: 'another-story' });
  expect(store.getSnapshot().chosenServer).toBeUndefined();
});
