import { realTime } from '../../mocks/clock.ts';
import { ledger, type LedgerSocket } from '../../mocks/ledger.ts';
import { isOfProject } from './is-of-project.ts';
import type { Leftover } from './register.ts';
import type { Watch } from './watch.ts';

/** A closing handshake on this machine takes milliseconds, so a second means that it never ends. */
const CLOSING_LIMIT_MS = 1_000;

/** Resolves when no socket of the story is still closing, or when the limit has passed. */
export function settleSockets(storyId: string): Promise<void> {
  const isClosing = () => socketsOf(storyId).some(({ state }) => state === 'closing');
  if (!isClosing()) return Promise.resolve();
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const unsubscribe = ledger.subscribe(() => {
    if (!isClosing()) resolve(undefined);
  });
  const cancelTimer = realTime.after(CLOSING_LIMIT_MS, () => {
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

/** What a story holds at this moment: sockets that have not ended, and what is watched besides. */
export function findHeld(storyId: string, watch: Watch | undefined): Leftover[] {
  const sockets = socketsOf(storyId)
    // One that is closing ends by itself: there is nothing left for the page to do.
    .filter(({ state }) => state !== 'closing')
    .map(({ url, state, stack }) => ({ what: `${state} socket to ${url}`, stack }));
  return [...sockets, ...(watch?.leftovers ?? [])];
}

/** One line for each thing that a story has left behind, with the line of code that made it. */
export function findLeftovers(storyId: string, watch: Watch | undefined): string[] {
  return findHeld(storyId, watch).map(({ what, stack }) => {
    const madeAt = stack.split('\n').find(isOfProject);
    return madeAt ? `${what}, made ${madeAt.trim()}` : what;
  });
}
