import { realTime } from '../../mocks/clock.ts';
import { ledger, type LedgerSocket } from '../../mocks/ledger.ts';
import type { Held } from './held.ts';
import type { Watch } from './watch.ts';

/**
 * Ample for a closing handshake on this machine, and for a library that closes its socket a task or two
 * after it was told to. What is held longer does not end by itself.
 */
const ENDING_LIMIT_MS = 1_000;

/** The sockets that a story has made. */
export function madeBy(storyId: string): LedgerSocket[] {
  return ledger.sockets.filter((socket) => socket.storyId === storyId);
}

/** The story's sockets that have not ended. */
function socketsOf(storyId: string): LedgerSocket[] {
  return madeBy(storyId).filter(({ state }) => state !== 'closed');
}

/** Resolves as soon as the story holds nothing more, or when the limit has passed. */
export function settle(storyId: string, watch: Watch): Promise<void> {
  const isDone = () => socketsOf(storyId).length === 0 && watch.held(false).length === 0;
  if (isDone()) return Promise.resolve();
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const look = () => {
    if (!isDone()) return;
    // What has just ended may be told to the page in a moment, and that may set up something else.
    realTime.after(0, () => {
      if (isDone()) resolve(undefined);
    });
  };
  const undos = [
    ledger.subscribe(look),
    watch.subscribe(look),
    realTime.after(ENDING_LIMIT_MS, () => {
      resolve(undefined);
    }),
  ];
  return promise.finally(() => {
    for (const undo of undos) undo();
  });
}

/** What a story holds at this moment: sockets that have not ended, and what is watched besides. */
export function findHeld(storyId: string, watch: Watch, isOnPage: boolean): Held[] {
  const sockets = socketsOf(storyId)
    // One that is closing ends by itself: there is nothing left for the page to do.
    .filter(({ state }) => state !== 'closing')
    .map(({ url, state, stack }) => ({ what: `${state} socket to ${url}`, stack }));
  return [...sockets, ...watch.held(isOnPage)];
}
