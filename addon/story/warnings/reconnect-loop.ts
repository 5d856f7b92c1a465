import type { Detector } from './warning.ts';

/** So many waits between attempts are looked at: with more than these in a minute it is a loop. */
const WAITS = 5;
const WITHIN_MS = 60_000;
/** A client that waits this long on average leaves the server alone, also where the waits have stopped growing. */
const PATIENT_MS = 5_000;
/** A connection that has lasted so long has worked. */
const STABLE_MS = 5_000;
/** A wait has grown when it is this many times as long as the first. */
const GROWTH = 2;
/** Shorter ones are no waits: a timer and a task take some. */
const SHORTEST_MS = 50;

/** One attempt after the other, without a wait that grows, to a server that does not work in between. */
export const reconnectLoop = (): Detector => {
  let endedAt: number | undefined;
  let openedAt = Infinity;
  let waits: { readonly at: number; readonly ms: number }[] = [];

  return ({ event, alive }) => {
    if (event.type === 'message' && event.direction === 'in') waits = [];
    if (event.type === 'open') openedAt = event.at;
    if (event.type === 'close') {
      if (event.at - openedAt >= STABLE_MS) waits = [];
      openedAt = Infinity;
      endedAt = event.at;
    }
    if (event.type !== 'created') return undefined;
    // Of several at once no one can say which follows which.
    if (endedAt === undefined || alive().length > 1) return undefined;
    const ms = Math.max(event.at - endedAt, SHORTEST_MS);
    endedAt = undefined;
    waits = [...waits.slice(1 - WAITS), { at: event.at, ms }];
    const [first] = waits;
    if (!first || waits.length < WAITS) return undefined;
    const total = waits.reduce((sum, wait) => sum + wait.ms, 0);
    const hasGrown = waits.some((wait) => wait.ms >= GROWTH * first.ms);
    const isLoop = event.at - first.at <= WITHIN_MS && total < WAITS * PATIENT_MS && !hasGrown;
    if (!isLoop) return undefined;
    return {
      kind: 'loop',
      text: `${WAITS + 1} attempts to connect in ${Math.ceil((event.at - first.at + first.ms) / 1_000)} s, and the waits between them do not grow. Wait longer after each, and begin again only after a message.`,
      pitfall: 'p08-reset-on-open',
    };
  };
};
