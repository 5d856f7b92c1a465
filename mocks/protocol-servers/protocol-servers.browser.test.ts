import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import type { Behaviour } from '../behaviour.ts';
import { real, simulated } from '../contract/subjects.ts';
import type { SocketServer } from '../socket-server.ts';
import { acknowledges } from './acknowledges.ts';
import { answersRequests } from './answers-requests.ts';
import { keepsRooms } from './keeps-rooms.ts';
import { NumberedLog } from './numbered-log.ts';
import { numbersItsMessages } from './numbers-its-messages.ts';
import { replaysFrom } from './replays-from.ts';
import { sendsSnapshotAndDeltas } from './sends-snapshot-and-deltas.ts';
import { takesAtMost } from './takes-at-most.ts';
import { Page, stopTime } from './testing.ts';

describe.for([simulated, real(inject('liveServerUrl'))])('$name', (subject) => {
  let server: SocketServer;
  let undo: () => void = () => undefined;
  let time: ReturnType<typeof stopTime>;
  beforeEach(async () => {
    time = stopTime();
    server = await subject.open(`protocol-${Math.random().toString(36).slice(2)}`);
  });
  afterEach(() => {
    undo();
    server.dispose();
    time.undo();
  });
  /** What the page has said until now has arrived. */
  const heard = async (count: number) => {
    for (let n = 0; n < count; n += 1) await server.nextMessage();
  };
  const open = () => Page.open(subject, server);
  const openAt = (behaviour: Behaviour) => {
    undo = behaviour(server);
    return open();
  };

  describe('answersRequests', () => {
    test('answers with the same body and id', async () => {
      const page = await openAt(answersRequests());
      page.say({ type: 'request', id: 'a', body: { n: 1 } });
      expect(await page.next()).toEqual({ type: 'reply', id: 'a', body: { n: 1 } });
    });

    test('answers the quick one first, and one with Infinity never', async () => {
      const delayMs = (body: unknown) => Number(body ?? Infinity);
      const page = await openAt(answersRequests({ delayMs }));
      page.say({ type: 'request', id: 'never', body: null });
      page.say({ type: 'request', id: 'slow', body: 60 });
      page.say({ type: 'request', id: 'quick', body: 0 });
      expect(await page.next()).toMatchObject({ id: 'quick' });
      time.advance(59);
      expect(await page.rest()).toEqual([]);
      time.advance(1);
      expect(await page.next()).toMatchObject({ id: 'slow' });
      time.advance(3_600_000);
      expect(await page.rest()).toEqual([]);
    });

    test('an error of the answer is a failure, and the next is answered', async () => {
      const answer = (body: unknown) => {
        if (body === 'bad') throw new RangeError('no such thing');
        return body;
      };
      const page = await openAt(answersRequests({ answer }));
      page.say({ type: 'request', id: 'a', body: 'bad' });
      page.say({ type: 'request', id: 'b', body: 'good' });
      const reason = 'RangeError: no such thing';
      expect(await page.next()).toEqual({ type: 'failure', id: 'a', reason });
      expect(await page.next()).toMatchObject({ type: 'reply', id: 'b' });
    });

    test('does not answer one that was given up', async () => {
      const page = await openAt(answersRequests({ delayMs: (body) => Number(body) }));
      page.say({ type: 'request', id: 'a', body: 20 });
      page.say({ type: 'abort', id: 'a' });
      page.say({ type: 'request', id: 'b', body: 60 });
      await heard(3);
      time.advance(60);
      expect(await page.next()).toMatchObject({ id: 'b' });
    });
  });

  describe('acknowledges', () => {
    test('keeps a message once, acknowledges it each time, and tells everyone once', async () => {
      const chat = acknowledges();
      const page = await openAt(chat);
      const other = await open();
      page.say({ type: 'message', id: 'a', body: 'hello' });
      expect(await page.next()).toEqual({ type: 'ack', id: 'a' });
      const echo = { type: 'message', id: 'a', body: 'hello' };
      expect(await page.next()).toEqual(echo);
      expect(await other.next()).toEqual(echo);
      page.say({ type: 'message', id: 'a', body: 'hello' });
      expect(await page.next()).toEqual({ type: 'ack', id: 'a' });
      expect(await other.rest()).toEqual([]);
      expect(chat.kept).toEqual([{ id: 'a', body: 'hello' }]);
    });

    test('the echo comes before the ack, or never', async () => {
      const page = await openAt(acknowledges({ echo: 'before', times: 2 }));
      page.say({ type: 'message', id: 'a', body: 1 });
      const types = [await page.next(), await page.next(), await page.next()];
      expect(types.map(({ type }) => type)).toEqual(['message', 'ack', 'ack']);
      undo();
      const quiet = await openAt(acknowledges({ echo: 'never' }));
      quiet.say({ type: 'message', id: 'b', body: 1 });
      expect(await quiet.next()).toMatchObject({ type: 'ack' });
      expect(await quiet.rest()).toEqual([]);
    });

    test('has what came before a cut, and says so to who sends it again', async () => {
      const chat = acknowledges({ delayMs: 30 });
      const page = await openAt(chat);
      const other = await open();
      page.say({ type: 'message', id: 'a', body: 'hello' });
      await heard(1);
      await server.connections[0]?.drop();
      await page.closed;
      time.advance(30);
      // The others hear of it all the same.
      expect(await other.next()).toMatchObject({ type: 'message', id: 'a' });
      const again = await open();
      again.say({ type: 'message', id: 'a', body: 'hello' });
      await heard(1);
      time.advance(30);
      expect(await again.next()).toEqual({ type: 'ack', id: 'a' });
      expect(chat.kept).toHaveLength(1);
    });

    test('refuses with a reason, and keeps nothing', async () => {
      const chat = acknowledges({ refuses: (body) => (body === 'spam' ? 'no spam' : undefined) });
      const page = await openAt(chat);
      page.say({ type: 'message', id: 'a', body: 'spam' });
      expect(await page.next()).toEqual({ type: 'rejected', id: 'a', reason: 'no spam' });
      expect(chat.kept).toEqual([]);
    });
  });

  test('numbersItsMessages numbers over connections; who is not there misses it', async () => {
    const log = new NumberedLog();
    const page = await openAt(numbersItsMessages(log));
    log.add('one');
    await page.next();
    await server.drop();
    await page.closed;
    log.add('two');
    const again = await open();
    log.add('three');
    expect(await again.next()).toEqual({ type: 'event', seq: 3, body: 'three' });
  });

  describe('replaysFrom', () => {
    test('sends what was missed, once, then goes on', async () => {
      const log = new NumberedLog();
      for (const body of ['one', 'two', 'three']) log.add(body);
      const page = await openAt(replaysFrom(log));
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
      const page = await openAt(replaysFrom(log));
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

  test('keepsRooms: what is said reaches who has joined, with the ref of their join', async () => {
    const rooms = keepsRooms({
      refuses: (room) => (room === 'staff' ? 'members only' : undefined),
    });
    const page = await openAt(rooms);
    const other = await open();
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
    await server.drop();
    await other.closed;
    await expect.poll(() => rooms.count('news')).toBe(0);
  });

  test('takesAtMost closes with 1008 at one message too many in a second', async () => {
    const page = await openAt(takesAtMost(3));
    for (let n = 0; n < 3; n += 1) page.say('within the limit');
    expect(await page.rest()).toEqual([]);
    page.say('one too many');
    expect(await page.closed).toMatchObject({ code: 1008, reason: 'more than 3 a second' });
    const slow = await open();
    for (let n = 0; n < 3; n += 1) slow.say('within the limit');
    await heard(7);
    time.advance(1_000);
    for (let n = 0; n < 3; n += 1) slow.say('within the next second');
    await heard(3);
    expect(await slow.rest()).toEqual([]);
    time.advance(999);
    slow.say('one too many');
    expect(await slow.closed).toMatchObject({ code: 1008 });
  });

  test('sendsSnapshotAndDeltas: a snapshot of when it was asked for; deltas meanwhile', async () => {
    const table = sendsSnapshotAndDeltas({ entries: { a: 1 }, delayMs: 40 });
    const page = await openAt(table);
    table.set('a', 2);
    page.say({ type: 'subscribe' });
    expect(await page.next()).toEqual({ type: 'subscribed', seq: 1 });
    page.say({ type: 'fetch-snapshot' });
    await heard(2);
    table.set('b', 1);
    expect(await page.next()).toEqual({ type: 'delta', seq: 2, key: 'b', value: 1 });
    time.advance(40);
    expect(await page.next()).toEqual({ type: 'snapshot', seq: 1, entries: { a: 2 } });
    table.set('b', 2, 0);
    table.set('b', 3, 2);
    const delta = { type: 'delta', seq: 4, key: 'b', value: 3 };
    expect(await page.rest()).toEqual([delta, delta]);
    expect(table.entries).toEqual({ a: 2, b: 3 });
  });

  test('a message of the wrong shape is answered with an error, and nothing else is', async () => {
    const page = await openAt(answersRequests());
    page.say({ type: 'request', body: 'no id' });
    const error = await page.next();
    expect(error).toMatchObject({ type: 'error', about: 'request' });
    expect(error).toHaveProperty('reason', expect.stringMatching(/^id: /));
    page.say('not JSON');
    page.say('null');
    page.say({ type: 'unknown' });
    page.say({ type: 'request', id: 'a', body: 1 });
    expect(await page.next()).toMatchObject({ type: 'reply', id: 'a' });
  });

  test('two of them on one connection leave each other alone', async () => {
    const rooms = keepsRooms();
    const stopRooms = rooms(server);
    const page = await openAt(answersRequests());
    page.say({ type: 'join', room: 'a', ref: '1' });
    page.say({ type: 'request', id: 'b', body: 1 });
    expect(await page.next()).toMatchObject({ type: 'joined' });
    expect(await page.next()).toMatchObject({ type: 'reply' });
    expect(await page.rest()).toEqual([]);
    stopRooms();
  });

  test('after the undo nothing is answered, and nothing that was to come comes', async () => {
    const table = sendsSnapshotAndDeltas({ delayMs: 20 });
    const stopAnswers = answersRequests({ delayMs: 20 })(server);
    const page = await openAt(table);
    page.say({ type: 'request', id: 'a', body: 1 });
    await heard(1);
    stopAnswers();
    page.say({ type: 'subscribe' });
    page.say({ type: 'fetch-snapshot' });
    await heard(2);
    await page.next();
    undo();
    table.set('a', 1);
    page.say({ type: 'fetch-snapshot' });
    await heard(1);
    time.advance(20);
    expect(await page.rest()).toEqual([]);
  });
});
