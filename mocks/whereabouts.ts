import type { Address } from './address.ts';
import { ledger, type Goal, type LedgerSocket } from './ledger.ts';

/** Lines listed; more would hide the first. */
const LISTED = 10;

const GOALS: Readonly<Record<Goal, string>> = {
  server: 'went to a server of no story',
  handler: 'went to a handler of MSW',
  left: 'was ended, because its story has been left',
  refused: 'was refused, because no server answers that URL',
  network: 'went to the network, because no server here answers that URL',
};

/**
 * Says which sockets the page has made, and where each went.
 * @param addresses of the server that asks
 * @param before how many the ledger had counted before those that are told of
 */
export function describeSockets(addresses: readonly Address[], before: number): string {
  const where = addresses.map(({ text }) => text).join(' and ');
  const sockets = ledger.sockets.filter(({ id }) => id > before);
  if (sockets.length === 0) return `The page has made no socket. The server is at ${where}.`;
  // A pattern that connects again and again makes many sockets of which the same is to be said.
  const alike = Map.groupBy(
    sockets,
    (socket) => `\n- ${socket.url} ${describeGoal(socket, addresses)}; it is ${socket.state}`,
  );
  const lines = [...alike]
    .slice(0, LISTED)
    .map(([line, { length }]) => (length > 1 ? `${line} (${length} times)` : line));
  const hidden = [...alike.values()].slice(LISTED).flat().length;
  const more = hidden > 0 ? `\n- and ${hidden} more` : '';
  const isAnyUnanswered = sockets.some(isUnanswered);
  const advice = isAnyUnanswered
    ? '\nA server answers a URL that its address matches. `*` in an address stands for any characters.'
    : '';
  return `The server is at ${where}. The page has made these sockets:${lines.join('')}${more}${advice}`;
}

/** Whether no server answers it: neither a simulated or live one, nor a handler of MSW. */
export function isUnanswered({ goal }: Pick<LedgerSocket, 'goal'>): boolean {
  return goal === 'network' || goal === 'refused';
}

function describeGoal(socket: LedgerSocket, addresses: readonly Address[]): string {
  const { goal, storyId, url } = socket;
  if (goal === 'server' && addresses.some((address) => address.test(url))) return 'went here';
  if (goal === 'server' && storyId !== undefined)
    return `went to the server of the story ${storyId}`;
  return GOALS[goal];
}
