import type { LedgerSocket, ReadyState } from '../../mocks/ledger.ts';
import type { OnPage } from './on-page.tsx';

const LIVING: readonly ReadyState[] = ['connecting', 'open'];

/** Which words may be on screen while the newest socket is in a state; a pattern may add its own. */
const isToldBy: Record<ReadyState, (status: string) => boolean> = {
  connecting: (status) => status === 'connecting',
  open: (status) => !['connecting', 'waiting', 'closing', 'closed', 'failed'].includes(status),
  closing: (status) => !LIVING.includes(status as ReadyState),
  closed: (status) => !LIVING.includes(status as ReadyState),
};

/** What is wrong with the pattern's sockets: more than one for it, or any without it. */
export function findSocketTooMany(
  sockets: readonly LedgerSocket[],
  { isMounted }: OnPage,
): string | undefined {
  const living = sockets.filter(({ state }) => LIVING.includes(state));
  const wanted = isMounted ? 1 : 0;
  if (living.length <= wanted) return undefined;
  const states = living.map(({ id, state }) => `socket ${id} is ${state}`).join(', ');
  return `${living.length} sockets where at most ${wanted} is wanted: ${states}`;
}

/** What the pattern had before it was given another URL. */
export interface BeforeMove {
  readonly isMounted: boolean;
  readonly mounts: number;
  readonly path: string;
  /** The socket that it showed. */
  readonly state: ReadyState | undefined;
}

/** What is wrong where a pattern that was connected was given another URL, and the server lets it in. */
export function findLostMove(
  before: BeforeMove,
  shown: LedgerSocket | undefined,
  { isMounted, mounts, path }: OnPage,
): string | undefined {
  const hasMoved = isMounted && mounts === before.mounts && path !== before.path;
  if (!hasMoved || before.state === undefined || !LIVING.includes(before.state)) return undefined;
  if (shown?.url.endsWith(path) && LIVING.includes(shown.state)) return undefined;
  return `the pattern was connected, was given another URL, and its newest socket is ${shown?.state ?? 'none'} at ${shown?.url ?? 'no URL'}`;
}

/** What is wrong with the status on screen. */
export function findFalseStatus(
  newest: LedgerSocket | undefined,
  { element }: OnPage,
): string | undefined {
  const status = element.querySelector<HTMLElement>('[role=status]')?.dataset['status'];
  if (status === undefined || !newest || isToldBy[newest.state](status)) return undefined;
  return `the status says ${status}, and the newest socket is ${newest.state}`;
}

/** What is wrong with the messages on screen: each is there once, in order, the newest `limit`. */
export function findFalseMessages(
  received: readonly string[],
  { element }: OnPage,
  limit = 100,
): string | undefined {
  const shown = [...element.querySelectorAll('li, tbody tr')].flatMap(
    ({ textContent }) => /message \d+\w?/.exec(textContent)?.[0] ?? [],
  );
  const expected = received.slice(-limit).join(', ');
  if ([shown, shown.toReversed()].some((order) => order.join(', ') === expected)) return undefined;
  return `the socket has received ${expected || 'nothing'}, and on screen is ${shown.join(', ') || 'nothing'}`;
}
