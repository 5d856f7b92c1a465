import { expect, test } from 'vitest';
import { findSymptoms } from '../stories/finder/find-symptoms.ts';
import { SYMPTOMS } from '../stories/finder/symptoms.ts';

/** What people type, and the title of a page that must be among the first three answers. */
const DESCRIPTIONS = [
  ['opens twice', 'A socket in an effect'],
  ['my websocket opens twice', 'A socket in an effect'],
  ['WebSocket is closed before the connection is established', 'A socket in an effect'],
  ["Failed to execute 'send' on 'WebSocket': Still in CONNECTING state.", 'An outbox with a limit'],
  ['only the last message shows', 'Every message, once'],
  ['1006', 'The four events'],
  ['window is not defined', 'Server components and sockets'],
  ['ReferenceError: WebSocket is not defined', 'Server components and sockets'],
  ['ERR_CONNECTION_REFUSED', 'Handshake'],
  ['Unexpected response code', 'Handshake'],
  ['mixed content', 'wss and ws'],
  ['duplicate messages after reconnect', 'Resume where you were'],
  ['AI answer does not stop', 'Streamed answer'],
  ['typing indicator', 'Who is here, who types'],
  ['upload progress 100%', 'A file in chunks'],
  ['tanstack query websocket', 'A query cache'],
  ['share one socket between tabs', 'One socket for all tabs'],
  ['tokne expired', 'A fresh token for each attempt'],
  ['dead connection not detected', 'Find a dead line by asking'],
  ['bufferedAmount', 'Ask before you add'],
] as const;

test.for(DESCRIPTIONS)('%s: %s', ([description, title]) => {
  const titles = findSymptoms(description).map((symptom) => symptom.title);
  expect(titles.slice(0, 3)).toContain(title);
});

test('each symptom is found by its own words, as the first', () => {
  const missed = SYMPTOMS.filter(({ text }) => findSymptoms(text)[0]?.text !== text);
  expect(missed.map(({ text }) => text)).toEqual([]);
});

test.for(['', ' ', 'the', '…', 'qqqqqqqq'])('finds nothing for %o', (description) => {
  expect(findSymptoms(description)).toEqual([]);
});
