import type { Detector } from './warning.ts';

/** A thousand messages a second are a flood: so many in so long. */
const MESSAGES = 100;
const WITHIN_MS = 100;
/** The share of messages behind which the page has changed, from which it is taken for one each. */
const SHARE = 0.8;

/** The messages of one socket, from one that is counted as the first. */
interface Flood {
  readonly since: number;
  messages: number;
  /** Behind how many of them the page has changed. */
  changes: number;
  version: number;
}

/** A flood of messages, and a change of the page behind each. */
export function renderEach(): { readonly detect: Detector; readonly stop: () => void } {
  /** How often the page has been seen to have changed. */
  let version = 0;
  const observer = new MutationObserver(() => (version += 1));
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  const floods = new Map<number, Flood>();

  return {
    stop: () => observer.disconnect(),
    detect({ event }) {
      if (event.type !== 'message' || event.direction !== 'in') return undefined;
      // Also what has changed in the task that runs.
      if (observer.takeRecords().length > 0) version += 1;
      const begun = { since: event.at, messages: 0, changes: 0, version };
      const flood = floods.get(event.socketId) ?? begun;
      floods.set(event.socketId, flood);
      if (flood.version !== version) flood.changes += 1;
      flood.version = version;
      flood.messages += 1;
      if (flood.messages < MESSAGES) return undefined;
      floods.delete(event.socketId);
      const ms = event.at - flood.since;
      if (ms > WITHIN_MS || flood.changes < SHARE * MESSAGES) return undefined;
      return {
        kind: 'render each',
        text: `${MESSAGES} messages came in ${Math.ceil(ms)} ms, and the page has changed behind ${flood.changes} of them. Collect what comes, and render once a frame.`,
        pitfall: 'p06-render-each',
      };
    },
  };
}
