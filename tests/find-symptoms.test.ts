import { expect, test } from 'vitest';
import { allSymptomsPage } from '../stories/finder/all-symptoms.ts';
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
  ['every render opens a new websocket', 'A socket made while rendering'],
  ['two connections in strict mode', 'An effect without a clean-up'],
  ['connection stays open after navigating away', 'An effect without a clean-up'],
  ['stale state in onmessage', 'A handler that sees old state'],
  ['missing dependency warning', 'A handler that sees old state'],
  ['reconnects on every render', 'New options in each render'],
  ['useEffect lastMessage misses messages', 'Handling the last message in an effect'],
  ['page freezes with many messages', 'A render for each message'],
  ['memory grows', 'A list without an end'],
  ['backoff does not grow', 'The back-off begins again at each open'],
  ['thundering herd', 'A back-off without chance'],
  ['keeps reconnecting after logout', 'Reconnecting whatever the server says'],
  ['onerror has no message', 'Deciding on error'],
  ['readyState is 2 and close never fires', 'Waiting for close on a dead line'],
  ['disconnects in background tab', 'A heartbeat of chained timers'],
  ['InvalidStateError', 'Sending before the socket is open'],
  ['messages out of order', 'await in the message handler'],
  ['await never resolves', 'A promise that never settles'],
  ['my chat message shows twice', 'Finding your own message by its text'],
  ['race between fetch and websocket', 'A snapshot, and then the subscription'],
  ['429 too many requests', 'A fetch for each event'],
  ['every row opens its own socket', 'A socket in each row'],
  ['Insufficient resources', 'A socket in each row'],
  ['token in query string', 'A token in the URL'],
  ['users stay online after closing the tab', 'Presence by goodbye'],
  ['websocket error only in strictmode', 'A console line that is taken for a bug'],
  ['useEffect runs two times', 'A socket in an effect'],
  ['socket disconnects when phone sleeps', 'Rest while the tab is hidden'],
  ['nginx closes after 60 seconds', 'Find a dead line by asking'],
  ['messages missing after Activity', 'A hole after Activity shows it again'],
] as const;

test('there are forty descriptions at least', () => {
  expect(DESCRIPTIONS.length).toBeGreaterThanOrEqual(40);
});

test.for(DESCRIPTIONS)('%s: %s', ([description, title]) => {
  // A mistake leads to the pattern that does it right.
  const titles = findSymptoms(description)
    .slice(0, 3)
    .flatMap((symptom) => [symptom.title, symptom.instead?.title]);
  expect(titles).toContain(title);
});

test('each symptom finds its page by its own words, as the first or the second', () => {
  const missed = SYMPTOMS.filter(
    ({ text, href }) =>
      !findSymptoms(text)
        .slice(0, 2)
        .some((found) => found.href === href),
  );
  expect(missed.map(({ text }) => text)).toEqual([]);
});

test.for(['', ' ', 'the', '…', 'qqqqqqqq'])('finds nothing for %o', (description) => {
  expect(findSymptoms(description)).toEqual([]);
});

// `npx vitest run --project unit tests/find-symptoms --update` writes it.
test('the page of all symptoms has each of them, as a heading that Storybook’s search finds', async () => {
  await expect(allSymptomsPage()).toMatchFileSnapshot('../stories/AllSymptoms.mdx');
});
