import { ledger } from '../../mocks/ledger.ts';
import { describeHeld, type Held } from './held.ts';
import { reportForeign } from './watch.ts';

/** Stories that were left, and had left nothing behind so far. */
const clean = new Set<string>();

/** A story has been left and checked. What comes of it from now on is late. */
export function markChecked(storyId: string, isClean: boolean): void {
  if (isClean) clean.add(storyId);
}

/** A story is shown again: what comes of it belongs to its next check. */
export function unmarkChecked(storyId: string): void {
  clean.delete(storyId);
}

/** Reports the first thing that a story sets up after its check. */
export function reportLate(storyId: string, held: Held): void {
  if (!clean.delete(storyId)) return;
  reportForeign(
    new Error(
      `${storyId} was left, checked and found clean. After that came this:\n${describeHeld(held)}\nStop in the effect’s clean-up what leads to it, such as a request.`,
    ),
  );
}

// A socket tells its story by its URL, whenever it comes and whichever story is on the page then.
ledger.subscribe((event) => {
  if (event.type !== 'created' || event.socket.storyId === undefined) return;
  const { storyId, url, stack } = event.socket;
  reportLate(storyId, { what: `socket to ${url}`, stack });
});
