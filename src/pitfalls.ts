/** The pitfalls, in the order of their numbers. Every list of pitfalls in the lab is made from this one. */
import type { Pitfall } from './catalogue/pitfall.ts';
import { SOCKET_WHILE_RENDERING } from './pitfalls/p01-socket-while-rendering/pitfall.ts';
import { NO_CLEAN_UP } from './pitfalls/p02-no-clean-up/pitfall.ts';
import { OLD_STATE } from './pitfalls/p03-old-state/pitfall.ts';
import { INLINE_OPTIONS } from './pitfalls/p04-inline-options/pitfall.ts';
import { LAST_MESSAGE } from './pitfalls/p05-last-message/pitfall.ts';
import { RENDER_EACH } from './pitfalls/p06-render-each/pitfall.ts';
import { ENDLESS_LIST } from './pitfalls/p07-endless-list/pitfall.ts';
import { RESET_ON_OPEN } from './pitfalls/p08-reset-on-open/pitfall.ts';
import { NO_JITTER } from './pitfalls/p09-no-jitter/pitfall.ts';
import { RECONNECT_ALWAYS } from './pitfalls/p10-reconnect-always/pitfall.ts';
import { DECIDE_ON_ERROR } from './pitfalls/p11-decide-on-error/pitfall.ts';
import { WAIT_FOR_CLOSE } from './pitfalls/p12-wait-for-close/pitfall.ts';
import { CHAINED_TIMERS } from './pitfalls/p13-chained-timers/pitfall.ts';
import { SEND_BEFORE_OPEN } from './pitfalls/p14-send-before-open/pitfall.ts';
import { AWAIT_IN_HANDLER } from './pitfalls/p15-await-in-handler/pitfall.ts';
import { PROMISE_FOR_EVER } from './pitfalls/p16-promise-for-ever/pitfall.ts';
import { SAME_TEXT } from './pitfalls/p17-same-text/pitfall.ts';
import { SNAPSHOT_FIRST } from './pitfalls/p18-snapshot-first/pitfall.ts';
import { REFETCH_EACH } from './pitfalls/p19-refetch-each/pitfall.ts';
import { SOCKET_PER_ROW } from './pitfalls/p20-socket-per-row/pitfall.ts';
import { TOKEN_IN_URL } from './pitfalls/p21-token-in-url/pitfall.ts';
import { GOODBYE } from './pitfalls/p22-goodbye/pitfall.ts';
import { CLOSED_TOO_EARLY } from './pitfalls/p23-closed-too-early/pitfall.ts';
import { HOLE_AFTER_REVEAL } from './pitfalls/p24-hole-after-reveal/pitfall.ts';

export {
  fits,
  linkToPitfall,
  numberOf,
  toWords,
  type Pitfall,
  type Told,
} from './catalogue/pitfall.ts';

export const PITFALLS: readonly Pitfall[] = [
  SOCKET_WHILE_RENDERING,
  NO_CLEAN_UP,
  OLD_STATE,
  INLINE_OPTIONS,
  LAST_MESSAGE,
  RENDER_EACH,
  ENDLESS_LIST,
  RESET_ON_OPEN,
  NO_JITTER,
  RECONNECT_ALWAYS,
  DECIDE_ON_ERROR,
  WAIT_FOR_CLOSE,
  CHAINED_TIMERS,
  SEND_BEFORE_OPEN,
  AWAIT_IN_HANDLER,
  PROMISE_FOR_EVER,
  SAME_TEXT,
  SNAPSHOT_FIRST,
  REFETCH_EACH,
  SOCKET_PER_ROW,
  TOKEN_IN_URL,
  GOODBYE,
  CLOSED_TOO_EARLY,
  HOLE_AFTER_REVEAL,
];

/** The pitfall of that folder. @throws {Error} when there is none */
export function findPitfall(folder: string): Pitfall {
  const pitfall = PITFALLS.find((entry) => entry.folder === folder);
  if (!pitfall)
    throw new Error(`There is no pitfall ${folder} in src/pitfalls.ts. Add an entry for it.`);
  return pitfall;
}
