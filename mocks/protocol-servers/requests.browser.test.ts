/** Servers that answer what the page says: requests and messages. */
import { describe, expect, test } from 'vitest';
import { acknowledges } from './acknowledges.ts';
import { answersRequests } from './answers-requests.ts';
import { collectsChunks } from './collects-chunks.ts';
import { keepsRooms } from './keeps-rooms.ts';
import { sendsSnapshotAndDeltas } from './sends-snapshot-and-deltas.ts';
import { streamsAnswers } from './streams-answers.ts';
import { SUBJECTS, useServer } from './testing.ts';

describe.for(SUBJECTS)('$name', (subject) => {
  const lab = useServer(subject);

  describe('collectsChunks', () => {
    const at = (offset: number, id = 'f') => ({ type: 'upload-at', id, offset });

    test('takes each chunk at its place, over connections, until it is cancelled', async () => {
      const inbox = collectsChunks();
      const page = await lab.openAt(inbox);
      page.sendChunk(0, [9]);
      page.say({ type: 'upload', id: 'f', bytes: 5 });
      expect(await page.next()).toEqual(at(0));
      page.sendChunk(0, [1, 2]);
      expect(await page.next()).toEqual(at(2));
      page.sendChunk(0, [1, 2]);
      expect(await page.next()).toEqual(at(2));
      page.sendChunk(4, [5]);
      expect(await page.next()).toEqual(at(2));
      await lab.server.drop();
      await page.closed;
      const again = await lab.open();
      again.say({ type: 'upload', id: 'f', bytes: 5 });
      expect(await again.next()).toEqual(at(2));
      again.sendChunk(2, [3, 4, 5, 6]);
      expect(await again.next()).toEqual(at(5));
      expect(inbox.files).toEqual([{ id: 'f', total: 5, bytes: new Uint8Array([1, 2, 3, 4, 5]) }]);
      again.say({ type: 'cancel-upload', id: 'f' });
      again.sendChunk(5, [7]);
      await lab.heard(9);
      expect(await again.rest()).toEqual([]);
      expect(inbox.files).toEqual([]);
    });

    test('refuses a long file, and closes with 1009 after a long message', async () => {
      const page = await lab.openAt(collectsChunks({ limitBytes: 5, limitMessage: 10 }));
      page.say({ type: 'upload', id: 'f', bytes: 6 });
      const refused = { type: 'upload-failed', id: 'f', reason: 'longer than 5 bytes' };
      expect(await page.next()).toEqual(refused);
      page.say({ type: 'upload', id: 'g', bytes: 5 });
      expect(await page.next()).toEqual(at(0, 'g'));
      page.sendChunk(0, [1, 2, 3]);
      expect((await page.closed).code).toBe(1009);
    });
  });

  describe('answersRequests', () => {
    test('answers with the same body and id', async () => {
      const page = await lab.openAt(answersRequests());
      page.say({ type: 'request', id: 'a', body: { n: 1 } });
      expect(await page.next()).toEqual({ type: 'reply', id: 'a', body: { n: 1 } });
    });

    test('answers the quick one first, and one with Infinity never', async () => {
      const delayMs = (body: unknown) => Number(body ?? Infinity);
      const page = await lab.openAt(answersRequests({ delayMs }));
      page.say({ type: 'request', id: 'never', body: null });
      page.say({ type: 'request', id: 'slow', body: 60 });
      page.say({ type: 'request', id: 'quick', body: 0 });
      expect(await page.next()).toMatchObject({ id: 'quick' });
      lab.advance(59);
      expect(await page.rest()).toEqual([]);
      lab.advance(1);
      expect(await page.next()).toMatchObject({ id: 'slow' });
      lab.advance(3_600_000);
      expect(await page.rest()).toEqual([]);
    });

    test('an error of the answer is a failure, and the next is answered', async () => {
      const answer = (body: unknown) => {
        if (body === 'bad') throw new RangeError('no such thing');
        return body;
      };
      const page = await lab.openAt(answersRequests({ answer }));
      page.say({ type: 'request', id: 'a', body: 'bad' });
      page.say({ type: 'request', id: 'b', body: 'good' });
      const reason = 'RangeError: no such thing';
      expect(await page.next()).toEqual({ type: 'failure', id: 'a', reason });
      expect(await page.next()).toMatchObject({ type: 'reply', id: 'b' });
    });

    test('does not answer one that was given up', async () => {
      const page = await lab.openAt(answersRequests({ delayMs: (body) => Number(body) }));
      page.say({ type: 'request', id: 'a', body: 20 });
      page.say({ type: 'abort', id: 'a' });
      page.say({ type: 'request', id: 'b', body: 60 });
      await lab.heard(3);
      lab.advance(60);
      expect(await page.next()).toMatchObject({ id: 'b' });
    });
  });

  describe('streamsAnswers', () => {
    test('answers piece by piece, and says when it has finished', async () => {
      const page = await lab.openAt(streamsAnswers({ pieceMs: 100 }));
      page.say({ type: 'ask', id: 'a', body: 'two words', from: 0 });
      await lab.heard(1);
      lab.advance(99);
      expect(await page.rest()).toEqual([]);
      lab.advance(1);
      expect(await page.next()).toEqual({ type: 'piece', id: 'a', n: 1, text: 'two ' });
      lab.advance(100);
      expect(await page.next()).toEqual({ type: 'piece', id: 'a', n: 2, text: 'words' });
      expect(await page.next()).toEqual({ type: 'finished', id: 'a', count: 2 });
    });

    test('goes on behind a piece when it is asked again, and stops for good', async () => {
      const page = await lab.openAt(streamsAnswers({ pieceMs: 100 }));
      page.say({ type: 'ask', id: 'a', body: 'a b c d', from: 0 });
      await lab.heard(1);
      lab.advance(100);
      expect(await page.next()).toMatchObject({ n: 1 });
      lab.advance(100);
      expect(await page.next()).toMatchObject({ n: 2 });
      page.say({ type: 'ask', id: 'a', body: 'a b c d', from: 1 });
      expect(await page.next()).toMatchObject({ n: 2 });
      page.say({ type: 'stop', id: 'a' });
      await lab.heard(2);
      lab.advance(1_000);
      expect(await page.rest()).toEqual([]);
    });
  });

  describe('acknowledges', () => {
    test('keeps a message once, acknowledges it each time, and tells everyone once', async () => {
      const chat = acknowledges();
      const page = await lab.openAt(chat);
      const other = await lab.open();
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
      const page = await lab.openAt(acknowledges({ echo: 'before', times: 2 }));
      page.say({ type: 'message', id: 'a', body: 1 });
      const types = [await page.next(), await page.next(), await page.next()];
      expect(types.map(({ type }) => type)).toEqual(['message', 'ack', 'ack']);
      lab.undo();
      const quiet = await lab.openAt(acknowledges({ echo: 'never' }));
      quiet.say({ type: 'message', id: 'b', body: 1 });
      expect(await quiet.next()).toMatchObject({ type: 'ack' });
      expect(await quiet.rest()).toEqual([]);
    });

    test('has what came before a cut, and says so to who sends it again', async () => {
      const chat = acknowledges({ delayMs: 30 });
      const page = await lab.openAt(chat);
      const other = await lab.open();
      page.say({ type: 'message', id: 'a', body: 'hello' });
      await lab.heard(1);
      await lab.server.connections[0]?.drop();
      await page.closed;
      lab.advance(30);
      // The others hear of it all the same.
      expect(await other.next()).toMatchObject({ type: 'message', id: 'a' });
      const again = await lab.open();
      again.say({ type: 'message', id: 'a', body: 'hello' });
      await lab.heard(1);
      lab.advance(30);
      expect(await again.next()).toEqual({ type: 'ack', id: 'a' });
      expect(chat.kept).toHaveLength(1);
    });

    test('refuses with a reason, and keeps nothing', async () => {
      const chat = acknowledges({ refuses: (body) => (body === 'spam' ? 'no spam' : undefined) });
      const page = await lab.openAt(chat);
      page.say({ type: 'message', id: 'a', body: 'spam' });
      expect(await page.next()).toEqual({ type: 'rejected', id: 'a', reason: 'no spam' });
      expect(chat.kept).toEqual([]);
    });
  });

  test('a message of the wrong shape is answered with an error, and nothing else is', async () => {
    const page = await lab.openAt(answersRequests());
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
    const stopRooms = rooms(lab.server);
    const page = await lab.openAt(answersRequests());
    page.say({ type: 'join', room: 'a', ref: '1' });
    page.say({ type: 'request', id: 'b', body: 1 });
    expect(await page.next()).toMatchObject({ type: 'joined' });
    expect(await page.next()).toMatchObject({ type: 'reply' });
    expect(await page.rest()).toEqual([]);
    stopRooms();
  });

  test('after the undo nothing is answered, and nothing that was to come comes', async () => {
    const table = sendsSnapshotAndDeltas({ delayMs: 20 });
    const stopAnswers = answersRequests({ delayMs: 20 })(lab.server);
    const page = await lab.openAt(table);
    page.say({ type: 'request', id: 'a', body: 1 });
    await lab.heard(1);
    stopAnswers();
    page.say({ type: 'subscribe' });
    page.say({ type: 'fetch-snapshot' });
    await lab.heard(2);
    await page.next();
    lab.undo();
    table.set('a', 1);
    page.say({ type: 'fetch-snapshot' });
    await lab.heard(1);
    lab.advance(20);
    expect(await page.rest()).toEqual([]);
  });
});
