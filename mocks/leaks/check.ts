import { after } from '../clock.ts';
import { ledger, type LedgerSocket } from '../ledger.ts';
import type { Leftover, Watch } from './watch.ts';

/** A closing handshake in the simulation takes two tasks, so a second means that it never ends. */
const CLOSING_LIMIT_MS = 1_000;

/** Resolves when no socket of the story is still closing, or when the limit has passed. */
export function settleSockets(storyId: string): Promise<void> {
  const isClosing = () => socketsOf(storyId).some((socket) => socket.isCloseRequested);
  if (!isClosing()) return Promise.resolve();
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const unsubscribe = ledger.subscribe(() => {
    if (!isClosing()) resolve(undefined);
  });
  const cancelTimer = after(CLOSING_LIMIT_MS, () => {
    resolve(undefined);
  });
  return promise.finally(() => {
    unsubscribe();
    cancelTimer();
  });
}

/** The story's sockets that have not ended. */
function socketsOf(storyId: string): LedgerSocket[] {
  return ledger.sockets.filter((socket) => socket.storyId === storyId && socket.state !== 'closed');
}

/** What a story has left behind: sockets nobody has closed, and what the watch has seen. */
export function findLeftovers(storyId: string, watch: Watch): Leftover[] {
  const sockets = socketsOf(storyId)
    .filter((socket) => !socket.isCloseRequested)
    .map(({ url, state, stack }): Leftover => ({ kind: 'socket', what: `${state} socket to ${url}`, stack }));
  return [...sockets, ...watch.leftovers];
}

/** One line for each leftover, with the line of code that made it. */
export function describeLeftovers(leftovers: readonly Leftover[]): string {
  return leftovers
    .map(({ what, stack }) => {
      const madeAt = stack.split('\n').find((line) => line.includes('/src/'));
      return `${what}${madeAt ? `, made ${madeAt.trim()}` : ''}`;
    })
    .join('\n');
}
