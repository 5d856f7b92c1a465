import type { PageMessage, ServerMessage } from '../../../mocks/protocol-servers/protocol.ts';

export interface DocumentedServer {
  /** What makes it, as it is called in `mocks/protocol-servers`. */
  readonly name: string;
  readonly does: string;
  /** One of each message that it understands. */
  readonly hears: readonly PageMessage[];
  /** One of each message that it sends. */
  readonly says: readonly ServerMessage[];
}

/** The servers that speak the protocol, with one example of each message. A test finds what is missing. */
export const SERVERS = {
  tokens: {
    name: 'asksForToken(), endsTokenAfter(ms)',
    does: 'Wants a login first, and closes with 4401 for anything else, or for a token that it does not accept. Another login renews the token.',
    hears: [{ type: 'login', token: 't1' }],
    says: [{ type: 'logged-in' }, { type: 'token-expires', inMs: 5_000 }],
  },
  requests: {
    name: 'answersRequests()',
    does: 'Answers each request under its id, in any order. It does not answer one that the page aborts.',
    hears: [
      { type: 'request', id: 'r1', body: 'the weather' },
      { type: 'abort', id: 'r1' },
    ],
    says: [
      { type: 'reply', id: 'r1', body: 'the weather' },
      { type: 'failure', id: 'r1', reason: 'RangeError: no such place' },
    ],
  },
  answers: {
    name: 'streamsAnswers()',
    does: 'Answers a question piece by piece. The same question again goes on behind the piece that it names, on another connection too; a stop ends the answer.',
    hears: [
      { type: 'ask', id: 'a1', body: 'How are you?', from: 0 },
      { type: 'stop', id: 'a1' },
    ],
    says: [
      { type: 'piece', id: 'a1', n: 1, text: 'I ' },
      { type: 'finished', id: 'a1', count: 3 },
    ],
  },
  acknowledgements: {
    name: 'acknowledges()',
    does: 'Keeps each message once, by its id, and acknowledges it each time. Everyone hears of a new one.',
    hears: [{ type: 'message', id: 'm1', body: 'hello' }],
    says: [
      { type: 'ack', id: 'm1' },
      { type: 'message', id: 'm1', body: 'hello' },
      { type: 'rejected', id: 'm1', reason: 'no spam' },
    ],
  },
  events: {
    name: 'numbersItsMessages(log), replaysFrom(log)',
    does: 'Numbers its events from 1. The first sends them to whoever is connected; the second sends what came after a position, and goes on from there.',
    hears: [{ type: 'resume', since: 0 }],
    says: [
      { type: 'event', seq: 1, body: 'first' },
      { type: 'resumed', latest: 1 },
      { type: 'too-old', oldest: 5, latest: 9 },
    ],
  },
  rooms: {
    name: 'keepsRooms()',
    does: 'What is said in a room reaches everyone who has joined it, with the ref of their own last join.',
    hears: [
      { type: 'join', room: 'news', ref: 'j1' },
      { type: 'say', room: 'news', body: 'hello' },
      { type: 'leave', room: 'news' },
    ],
    says: [
      { type: 'joined', room: 'news', ref: 'j1' },
      { type: 'said', room: 'news', ref: 'j1', body: 'hello' },
      { type: 'left', room: 'news' },
      { type: 'refused', room: 'staff', ref: 'j2', reason: 'members only' },
    ],
  },
  table: {
    name: 'sendsSnapshotAndDeltas()',
    does: 'Holds a table. It sends the whole of it when asked, and each change to those who have subscribed.',
    hears: [{ type: 'subscribe' }, { type: 'fetch-snapshot' }],
    says: [
      { type: 'subscribed', seq: 0 },
      { type: 'snapshot', seq: 0, entries: { ACME: 10 } },
      { type: 'delta', seq: 1, key: 'ACME', value: 11 },
    ],
  },
  uploads: {
    name: 'collectsChunks()',
    does: 'Collects files. It says how much of a file it has when the page begins, and after each chunk: a binary message that begins with the offset of its bytes, as a 64-bit number.',
    hears: [
      { type: 'upload', id: 'f1', bytes: 3 },
      { type: 'cancel-upload', id: 'f1' },
    ],
    says: [
      { type: 'upload-at', id: 'f1', offset: 0 },
      { type: 'upload-failed', id: 'f2', reason: 'longer than 1000 bytes' },
    ],
  },
  changes: {
    name: 'announcesChanges()',
    does: 'Holds a few entries. It tells everyone which one has changed, and not to what: a page reads that as over HTTP.',
    hears: [],
    says: [{ type: 'changed', key: 'apples' }],
  },
  presence: {
    name: 'tracksPresence()',
    does: 'Knows the devices that have entered, and the user of each. It sends the list to who enters, and tells the others who came, went, and types.',
    hears: [
      { type: 'enter', user: 'Me' },
      { type: 'typing', isTyping: true },
    ],
    says: [
      { type: 'present', devices: [{ device: 'phone', user: 'Mia' }] },
      { type: 'came', device: 'desk', user: 'Tom' },
      { type: 'typing', device: 'desk', isTyping: true },
      { type: 'went', device: 'desk' },
    ],
  },
} satisfies Record<string, DocumentedServer>;

/** Any server says this of a message that has one of its types and the wrong shape. */
export const ERROR: ServerMessage = { type: 'error', about: 'request', reason: 'id: Invalid key' };
