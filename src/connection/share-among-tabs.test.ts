import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepConnected, type KeepConnectedOptions, type KeptConnection } from './keep-connected.ts';
import { shareAmongTabs, type ShareAmongTabsOptions } from './share-among-tabs.ts';
import { CONNECTING, OPEN, type Status } from './status.ts';

vi.mock('./keep-connected.ts');

/** A connection that a tab has made, and what it has been sent. */
interface Made extends KeepConnectedOptions {
  isOpen: boolean;
  hasLeft: boolean;
  readonly sent: unknown[];
}

let made: Made[] = [];
let tabs: ReturnType<typeof shareAmongTabs>[] = [];
let url = '';
let page: EventTarget & { visibilityState?: string };

beforeEach(() => {
  url = `wss://lab.test/${crypto.randomUUID()}`;
  made = [];
  tabs = [];
  page = new EventTarget();
  vi.stubGlobal('document', page);
  vi.mocked(keepConnected).mockImplementation((_url, options) => {
    const own: Made = { ...options, isOpen: false, hasLeft: false, sent: [] };
    made.push(own);
    options.onStatus(CONNECTING);
    return {
      send: (data) => own.isOpen && own.sent.push(data) > 0,
      proven: () => undefined,
      leave: () => {
        own.hasLeft = true;
      },
    } as Partial<KeptConnection> as KeptConnection;
  });
});
afterEach(() => {
  for (const { leave } of tabs) leave();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function open(options: Partial<ShareAmongTabsOptions> = {}) {
  const seen = { statuses: [] as Status['state'][], heard: [] as unknown[], leads: false };
  const tab = shareAmongTabs(url, {
    waitMs: () => 1_000,
    onStatus: ({ state }) => seen.statuses.push(state),
    onMessage: (data) => seen.heard.push(data),
    onLead: (isLeader) => (seen.leads = isLeader),
    ...options,
  });
  tabs.push(tab);
  return { ...tab, seen };
}

function say(index: number, status: Status) {
  const own = made[index];
  if (!own) throw new Error(`There is no connection ${index}.`);
  own.isOpen = status.state === 'open';
  own.onStatus(status);
}
const receive = (index: number, data: string) =>
  made[index]?.onMessage?.({ data } as MessageEvent<string>);
const until = (isSo: () => void) => vi.waitFor(isSo);

/** The first tab leads, with an open socket; the second one has heard of it. */
async function openTwo() {
  const first = open();
  await until(() => expect(first.seen.leads).toBe(true));
  const second = open();
  say(0, OPEN);
  await until(() => expect(second.seen.statuses.at(-1)).toBe('open'));
  return { first, second };
}

test('one connection for two tabs: both hear its status and its messages', async () => {
  const { first, second } = await openTwo();
  receive(0, 'hello');
  expect(first.seen.heard).toEqual(['hello']);
  await until(() => expect(second.seen.heard).toEqual(['hello']));
  expect(made).toHaveLength(1);
  expect(second.seen.leads).toBe(false);
});

test('a tab that comes later is told how things are', async () => {
  const { first } = await openTwo();
  const third = open();
  await until(() => expect(third.seen.statuses).toEqual(['open']));
  expect(first.seen.statuses).toEqual(['connecting', 'open']);
});

test('a tab that hears a message before that is told so all the same', async () => {
  await openTwo();
  const third = open();
  receive(0, 'before the answer');
  await until(() => expect(third.seen.heard).toEqual(['before the answer']));
  await until(() => expect(third.seen.statuses).toEqual(['open']));
});

test('what another tab sends goes through the leader', async () => {
  const { first, second } = await openTwo();
  second.send('1', 'from the second');
  expect(second.isWaiting('1')).toBe(true);
  await until(() => expect(second.isWaiting('1')).toBe(false));
  first.send('2', 'from the first');
  expect(first.isWaiting('2')).toBe(false);
  expect(made[0]?.sent).toEqual(['from the second', 'from the first']);
});

test('what cannot be sent yet waits, and is sent once', async () => {
  const { first, second } = await openTwo();
  say(0, CONNECTING);
  await until(() => expect(second.seen.statuses.at(-1)).toBe('connecting'));
  first.send('1', 'one');
  second.send('2', 'two');
  expect([first.isWaiting('1'), second.isWaiting('2')]).toEqual([true, true]);
  say(0, OPEN);
  await until(() => expect(second.isWaiting('2')).toBe(false));
  expect(made[0]?.sent).toEqual(['one', 'two']);
});

test('what was sent before the socket was opened again is sent once', async () => {
  const { second } = await openTwo();
  second.send('1', 'one');
  // The leader has not heard of it yet.
  say(0, CONNECTING);
  say(0, OPEN);
  await until(() => expect(second.isWaiting('1')).toBe(false));
  expect(made[0]?.sent).toEqual(['one']);
});

test('a tab that was robbed of the lead sends nothing more by itself', async () => {
  const { first } = await openTwo();
  const end = Promise.withResolvers<undefined>();
  void navigator.locks.request(url, { steal: true }, () => end.promise);
  await until(() => expect(first.seen.leads).toBe(false));
  expect(made[0]?.hasLeft).toBe(true);
  first.send('1', 'one');
  expect(made[0]?.sent).toEqual([]);
  expect(first.isWaiting('1')).toBe(true);
  end.resolve(undefined);
});

test('the next tab leads when the leader has left, in a later reign', async () => {
  const { first, second } = await openTwo();
  say(0, CONNECTING);
  await until(() => expect(second.seen.statuses.at(-1)).toBe('connecting'));
  second.send('1', 'kept');
  first.leave();
  expect(made[0]?.hasLeft).toBe(true);
  await until(() => expect(second.seen.leads).toBe(true));
  expect(made).toHaveLength(2);
  say(1, OPEN);
  expect(made[1]?.sent).toEqual(['kept']);
  const third = open();
  await until(() => expect(third.seen.statuses).toEqual(['open']));
});

test('the word of an earlier reign is void', async () => {
  const { second } = await openTwo();
  const channel = new BroadcastChannel(url);
  channel.postMessage({ type: 'heard', epoch: 1, data: 'old' });
  channel.postMessage({ type: 'status', epoch: 1, status: CONNECTING });
  channel.postMessage({ type: 'heard', epoch: Date.now() + 60_000, data: 'later' });
  await until(() => expect(second.seen.heard).toEqual(['later']));
  expect(second.seen.statuses.at(-1)).toBe('open');
  channel.close();
});

test('a leader that hears of a later reign says nothing more, and sends nothing for others', async () => {
  const { first, second } = await openTwo();
  const channel = new BroadcastChannel(url);
  const epoch = Date.now() + 60_000;
  channel.postMessage({ type: 'status', epoch, status: CONNECTING });
  await until(() => expect(first.seen.statuses.at(-1)).toBe('connecting'));
  receive(0, 'from before');
  channel.postMessage({ type: 'send', epoch, id: '1', message: 'for the new leader' });
  first.send('2', 'for the new leader');
  channel.postMessage({ type: 'heard', epoch, data: 'end' });
  await until(() => expect(second.seen.heard).toEqual(['end']));
  await until(() => expect(first.seen.heard).toEqual(['end']));
  expect(made[0]?.sent).toEqual([]);
  channel.close();
});

test('a leader that does not answer loses the lead after a second', async () => {
  const steal = vi.fn();
  await new Promise<void>((resolve) => {
    void navigator.locks
      .request(url, () => {
        resolve();
        return new Promise(() => undefined);
      })
      .catch(steal);
  });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  const tab = open();
  vi.advanceTimersByTime(999);
  await navigator.locks.query();
  expect(steal).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  vi.useRealTimers();
  await until(() => expect(tab.seen.leads).toBe(true));
  await until(() => expect(steal).toHaveBeenCalledOnce());
});

test('a leader that answers keeps the lead', async () => {
  const { first, second } = await openTwo();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  page.visibilityState = 'hidden';
  page.dispatchEvent(new Event('visibilitychange'));
  expect(vi.getTimerCount()).toBe(0);
  page.visibilityState = 'visible';
  page.dispatchEvent(new Event('visibilitychange'));
  expect(vi.getTimerCount()).toBe(1);
  second.send('1', 'one');
  expect(vi.getTimerCount()).toBe(1);
  vi.useRealTimers();
  await until(() => expect(second.isWaiting('1')).toBe(false));
  expect(first.seen.leads).toBe(true);
});

test('the answer ends the wait for it', async () => {
  const { second } = await openTwo();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  second.send('1', 'one');
  expect(vi.getTimerCount()).toBe(1);
  while (second.isWaiting('1')) await new Promise((resolve) => setImmediate(resolve));
  expect(vi.getTimerCount()).toBe(0);
});

test('who leaves hears and says nothing more, and holds no lock', async () => {
  const { first, second } = await openTwo();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  second.send('1', 'one');
  second.leave();
  expect(vi.getTimerCount()).toBe(0);
  page.visibilityState = 'visible';
  page.dispatchEvent(new Event('visibilitychange'));
  expect(vi.getTimerCount()).toBe(0);
  receive(0, 'hello');
  first.leave();
  expect(second.seen.heard).toEqual([]);
  await vi.waitFor(async () => {
    const { held, pending } = await navigator.locks.query();
    expect([held, pending].flat().filter((lock) => lock?.name === url)).toEqual([]);
  });
});
