import { beforeEach, expect, test } from 'vitest';
import { createResume, type Resume } from './resume.ts';
import { createSequence, type Sequence } from './sequence.ts';

let sequence: Sequence;
let sent: unknown[];
let log: string[];
let resume: Resume;

const create = () =>
  createResume({
    sequence,
    send: (message) => sent.push(JSON.parse(message)),
    onEvent: (seq, body, wasMissed) =>
      log.push(`${String(body)} ${seq}${wasMissed ? ' missed' : ''}`),
    onReload: (oldest) => log.push(`from ${oldest}`),
    onCaughtUp: (isCaughtUp) => log.push(isCaughtUp ? 'caught up' : 'behind'),
  });
const hear = (message: object) => resume.heard(JSON.stringify(message));
const event = (seq: number) => hear({ type: 'event', seq, body: 'event' });
const since = (position: number) => ({ type: 'resume', since: position });

beforeEach(() => {
  sequence = createSequence();
  sent = [];
  log = [];
  resume = create();
  resume.opened();
});

test('asks from 0 before the first event, and from its position on the next connection', () => {
  expect(sent).toEqual([since(0)]);
  hear({ type: 'resumed', latest: 0 });
  event(1);
  event(2);
  // Another connection has another one of these, with the same sequence.
  resume = create();
  resume.opened();
  expect(sent).toEqual([since(0), since(2)]);
});

test('says which events were missed, and when all of them are here', () => {
  event(1);
  hear({ type: 'resumed', latest: 1 });
  event(2);
  expect(log).toEqual(['behind', 'event 1 missed', 'caught up', 'event 2']);
});

test('takes each event once', () => {
  hear({ type: 'resumed', latest: 0 });
  event(1);
  event(1);
  expect(log.slice(2)).toEqual(['event 1']);
});

test('asks once for what is missing in between', () => {
  hear({ type: 'resumed', latest: 0 });
  event(3);
  event(4);
  expect(sent).toEqual([since(0), since(0)]);
  expect(log.at(-1)).toBe('behind');
  for (const seq of [1, 2, 3, 4]) event(seq);
  hear({ type: 'resumed', latest: 4 });
  event(5);
  expect(log.slice(-2)).toEqual(['caught up', 'event 5']);
});

test('begins behind what the server no longer has, and asks again', () => {
  hear({ type: 'too-old', oldest: 19, latest: 23 });
  expect(log).toEqual(['behind', 'from 19', 'behind']);
  expect(sent).toEqual([since(0), since(18)]);
  event(19);
  expect(log.at(-1)).toBe('event 19 missed');
});

test.for(['hello', '{"type":"event"}', '{"type":"too-old"}', '{"type":"ack","id":"1"}'])(
  'leaves another message to the application: %s',
  (message) => {
    expect(resume.heard(message)).toBe(false);
  },
);
