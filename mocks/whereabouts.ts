import { isBelow } from './below.ts';
import { ledger, type LedgerSocket } from './ledger.ts';

/** Sockets listed; more would hide the first. */
const LISTED = 10;

/**
 * Says which sockets the page has made, and where each went. `url` is the server that asks.
 * @param before how many the ledger had counted before those that are told of
 */
export function describeSockets(url: string, before: number): string {
  const sockets = ledger.sockets.filter(({ id }) => id > before);
  if (sockets.length === 0) return `The page has made no socket. The server is at ${url}.`;
  const lines = sockets
    .slice(0, LISTED)
    .map((socket) => `\n- ${socket.url} ${describeGoal(socket, url)}; it is ${socket.state}`);
  const more = sockets.length > LISTED ? `\n- and ${sockets.length - LISTED} more` : '';
  return `The server is at ${url}. The page has made these sockets:${lines.join('')}${more}`;
}

function describeGoal(socket: LedgerSocket, url: string): string {
  if (isBelow(url, socket.url)) return 'went here';
  if (socket.storyId !== undefined) return `went to the server of the story ${socket.storyId}`;
  if (socket.transport === 'browser')
    return 'went to the network, for nothing answers that URL here';
  return 'went to a server of no story, to a handler of MSW, or was refused';
}
