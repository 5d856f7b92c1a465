import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SimulatedWebSocket } from '../../../mocks/simulated-web-socket.ts';
import { acceptsAndEchoes } from '../../../mocks/behaviours.ts';
import { harOf, socketEntry } from '../../../src/protocol/har/testing.ts';
import { Session } from '../../story/session.ts';
import { Replayer } from './replayer.ts';

const URL_OF_STORY = 'wss://lab.test/replayer';

let session: Session;
beforeEach(async () => {
  session = await Session.open({
    storyId: 'replayer',
    url: URL_OF_STORY,
    liveServerUrl: undefined,
    transport: 'simulated',
    behaviour: acceptsAndEchoes(),
  });
});
afterEach(() => session.dispose());

const urlOf = (...entries: readonly unknown[]) =>
  URL.createObjectURL(new Blob([JSON.stringify(harOf(...entries))]));

/** A page that says something once it is open. */
function connect() {
  const seen: unknown[] = [];
  const socket = new SimulatedWebSocket(URL_OF_STORY);
  socket.onopen = () => socket.send('hello');
  socket.onmessage = ({ data }) => seen.push(data);
  return seen;
}

test('the recording stands in place of the story’s own behaviour, which is back afterwards', async () => {
  const remount = vi.spyOn(session, 'remount');
  const onChange = vi.fn();
  const replayer = new Replayer(session, onChange);
  const first = connect();
  await expect.poll(() => first).toEqual(['hello']);
  expect(replayer.status).toBeUndefined();

  await replayer.start(
    urlOf(
      socketEntry([
        ['send', 5, 'hello'],
        ['receive', 10, 'recorded'],
      ]),
    ),
  );
  expect(remount).toHaveBeenCalledOnce();
  const replayed = connect();
  await expect.poll(() => replayed).toEqual(['recorded']);
  await expect
    .poll(() => replayer.status)
    .toEqual({ sentCount: 1, messageCount: 1, differences: [], differenceCount: 0 });
  expect(onChange).toHaveBeenCalled();

  replayer.stop();
  expect(replayer.status).toBeUndefined();
  const again = connect();
  await expect.poll(() => again).toEqual(['hello']);
});

test('lists the first hundred differences, and counts the rest', async () => {
  const replayer = new Replayer(session, () => undefined);
  const sent = Array.from({ length: 150 }, (_, at) => ['send', at / 100, `message ${at}`] as const);
  await replayer.start(urlOf(socketEntry([...sent, ['receive', 5, 'end']])));
  connect();
  await expect.poll(() => replayer.status?.differenceCount).toBe(150);
  expect(replayer.status?.differences).toHaveLength(100);
});

test('the last that was started counts, and a bad one changes nothing', async () => {
  const replayer = new Replayer(session, () => undefined);
  const slow = replayer.start(urlOf(socketEntry([['receive', 1, 'x'.repeat(2 ** 22)]])));
  const fast = replayer.start(urlOf(socketEntry([['receive', 1, 'newer']])));
  await Promise.all([slow, fast]);
  const seen = connect();
  await expect.poll(() => seen).toEqual(['newer']);
  await expect(replayer.start(urlOf({ _webSocketMessages: [] }))).rejects.toThrow(
    'log.entries[0].startedDateTime',
  );
  expect(replayer.status?.sentCount).toBe(1);
});
