/** Servers that speak by themselves: events, rooms, a table; and the one that limits the page. */
import { describe, expect, test } from 'vitest';
import { announcesChanges } from './announces-changes.ts';
import { keepsRooms } from './keeps-rooms.ts';
import { NumberedLog } from './numbered-log.ts';
import { numbersItsMessages } from './numbers-its-messages.ts';
import { replaysFrom } from './replays-from.ts';
import { sendsSnapshotAndDeltas } from './sends-snapshot-and-deltas.ts';
import { takesAtMost } from './takes-at-most.ts';
import { SUBJECTS, useServer } from './testing.ts';
import { tracksPresence } from './tracks-presence.ts';

describe.for(SUBJECTS)('$name', (subject) => {
  const lab = useServer(subject);

  test('numbersItsMessages numbers over connections; who is not there misses it', async () => {
    const log = new NumberedLog();
    const page = await lab.openAt(numbersItsMessages(log));
    log.add('one');
    await page.next();
    await lab.server.drop();
    await page.closed;
    log.add('two');
    const again = await lab.open();
    log.add('three');
    expect(await again.next()).toEqual({ type: 'event', seq: 3, body: 'three' });
  });

  describe('replaysFrom', () => {
    test('sends what was missed, once, then goes on', async () => {
      const log = new NumberedLog();
      for (const body of ['one', 'two', 'three']) log.add(body);
      const page = await lab.openAt(replaysFrom(log));
      expect(await page.rest()).toEqual([]);
      page.say({ type: 'resume', since: 1 });
      expect(await page.next()).toEqual({ type: 'event', seq: 2, body: 'two' });
      expect(await page.next()).toEqual({ type: 'event', seq: 3, body: 'three' });
      expect(await page.next()).toEqual({ type: 'resumed', latest: 3 });
      log.add('four');
      expect(await page.next()).toEqual({ type: 'event', seq: 4, body: 'four' });
      page.say({ type: 'resume', since: 4 });
      expect(await page.next()).toEqual({ type: 'resumed', latest: 4 });
      log.add('five');
      expect(await page.rest()).toEqual([{ type: 'event', seq: 5, body: 'five' }]);
    });

    test('starts from nothing, and says when a position is too old or unknown', async () => {
      const log = new NumberedLog(2);
      const page = await lab.openAt(replaysFrom(log));
      page.say({ type: 'resume', since: 0 });
      expect(await page.next()).toEqual({ type: 'resumed', latest: 0 });
      for (const body of ['one', 'two', 'three']) log.add(body);
      expect(await page.rest()).toHaveLength(3);
      const tooOld = { type: 'too-old', oldest: 2, latest: 3 };
      page.say({ type: 'resume', since: 0 });
      expect(await page.next()).toEqual(tooOld);
      page.say({ type: 'resume', since: 99 });
      expect(await page.next()).toEqual(tooOld);
      page.say({ type: 'resume', since: 1 });
      expect(await page.rest().then(() => page.rest())).toBeDefined();
      log.add('four');
      expect((await page.rest()).at(-1)).toEqual({ type: 'event', seq: 4, body: 'four' });
    });
  });

  test('announcesChanges: says what has changed; a reading has what was there as it began', async () => {
    const shop = announcesChanges({ entries: { apples: 1 }, readMs: 100 });
    const page = await lab.openAt(shop);
    const reading = shop.read('apples');
    shop.set('apples', 2);
    expect(await page.next()).toEqual({ type: 'changed', key: 'apples' });
    const controller = new AbortController();
    const aborted = shop.read('apples', controller.signal);
    controller.abort(new Error('no longer needed'));
    await expect(aborted).rejects.toThrow('no longer needed');
    lab.advance(100);
    expect(await reading).toBe(1);
    expect(shop.reads).toEqual(['apples', 'apples']);
    await lab.server.drop();
    await page.closed;
    shop.set('pears', 3);
    expect(await (await lab.open()).rest()).toEqual([]);
  });

  test('tracksPresence: the list, and who comes, types and goes', async () => {
    const room = tracksPresence({ devices: { phone: 'Mia' } });
    const page = await lab.openAt(room);
    const other = await lab.open();
    page.say({ type: 'typing', isTyping: true });
    page.say({ type: 'enter', user: 'Me' });
    const phone = { device: 'phone', user: 'Mia' };
    const me = { device: 'page 1', user: 'Me' };
    expect(await page.next()).toEqual({ type: 'present', devices: [phone, me] });
    other.say({ type: 'enter', user: 'Me' });
    const twin = { device: 'page 2', user: 'Me' };
    expect(await other.next()).toEqual({ type: 'present', devices: [phone, me, twin] });
    expect(await page.next()).toEqual({ type: 'came', ...twin });
    other.say({ type: 'typing', isTyping: true });
    expect(await page.next()).toEqual({ type: 'typing', device: 'page 2', isTyping: true });
    room.type('phone', false);
    expect(await page.next()).toEqual({ type: 'typing', device: 'phone', isTyping: false });
    room.go('phone');
    room.go('phone');
    room.type('phone', true);
    expect(await page.rest()).toEqual([{ type: 'went', device: 'phone' }]);
    await lab.server.connections[1]?.drop();
    expect(await page.next()).toEqual({ type: 'went', device: 'page 2' });
  });

  test('tracksPresence: a slow list is as old as the entering', async () => {
    const room = tracksPresence({ devices: { phone: 'Mia' }, delayMs: 100 });
    const page = await lab.openAt(room);
    page.say({ type: 'enter', user: 'Me' });
    await lab.heard(1);
    room.go('phone');
    expect(await page.next()).toEqual({ type: 'went', device: 'phone' });
    lab.advance(100);
    expect(await page.next()).toMatchObject({ type: 'present', devices: [{ user: 'Mia' }, {}] });
  });

  test('keepsRooms: what is said reaches who has joined, with the ref of their join', async () => {
    const rooms = keepsRooms({
      refuses: (room) => (room === 'staff' ? 'members only' : undefined),
    });
    const page = await lab.openAt(rooms);
    const other = await lab.open();
    page.say({ type: 'say', room: 'news', body: 'too early' });
    expect(await page.next()).toEqual({ type: 'error', about: 'say', reason: 'join news first' });
    page.say({ type: 'join', room: 'news', ref: '1' });
    expect(await page.next()).toEqual({ type: 'joined', room: 'news', ref: '1' });
    other.say({ type: 'join', room: 'news', ref: 'x' });
    await other.next();
    expect(rooms.count('news')).toBe(2);
    page.say({ type: 'say', room: 'news', body: 'hello' });
    expect(await page.next()).toEqual({ type: 'said', room: 'news', ref: '1', body: 'hello' });
    expect(await other.next()).toEqual({ type: 'said', room: 'news', ref: 'x', body: 'hello' });
    other.say({ type: 'join', room: 'staff', ref: 'y' });
    const refused = { type: 'refused', room: 'staff', ref: 'y', reason: 'members only' };
    expect(await other.next()).toEqual(refused);
    page.say({ type: 'leave', room: 'news' });
    expect(await page.next()).toEqual({ type: 'left', room: 'news' });
    rooms.say('news', 'later');
    expect(await other.next()).toMatchObject({ body: 'later' });
    expect(await page.rest()).toEqual([]);
    await lab.server.drop();
    await other.closed;
    await expect.poll(() => rooms.count('news')).toBe(0);
  });

  test('takesAtMost closes with 1008 at one message too many in a second', async () => {
    const page = await lab.openAt(takesAtMost(3));
    for (let n = 0; n < 3; n += 1) page.say('within the limit');
    expect(await page.rest()).toEqual([]);
    page.say('one too many');
    expect(await page.closed).toMatchObject({ code: 1008, reason: 'more than 3 a second' });
    const slow = await lab.open();
    for (let n = 0; n < 3; n += 1) slow.say('within the limit');
    await lab.heard(7);
    lab.advance(1_000);
    for (let n = 0; n < 3; n += 1) slow.say('within the next second');
    await lab.heard(3);
    expect(await slow.rest()).toEqual([]);
    lab.advance(999);
    slow.say('one too many');
    expect(await slow.closed).toMatchObject({ code: 1008 });
  });

  test('sendsSnapshotAndDeltas: a snapshot of when it was asked for; deltas meanwhile', async () => {
    const table = sendsSnapshotAndDeltas({ entries: { a: 1 }, delayMs: 40 });
    const page = await lab.openAt(table);
    table.set('a', 2);
    page.say({ type: 'subscribe' });
    expect(await page.next()).toEqual({ type: 'subscribed', seq: 1 });
    page.say({ type: 'fetch-snapshot' });
    await lab.heard(2);
    table.set('b', 1);
    expect(await page.next()).toEqual({ type: 'delta', seq: 2, key: 'b', value: 1 });
    lab.advance(40);
    expect(await page.next()).toEqual({ type: 'snapshot', seq: 1, entries: { a: 2 } });
    table.set('b', 2, 0);
    table.set('b', 3, 2);
    const delta = { type: 'delta', seq: 4, key: 'b', value: 3 };
    expect(await page.rest()).toEqual([delta, delta]);
    expect(table.entries).toEqual({ a: 2, b: 3 });
  });
});
