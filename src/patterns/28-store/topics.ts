import { append, toText, type Message } from '../../connection/history.ts';
import { readJson } from '../../connection/read-json.ts';
import { CONNECTING, type Status } from '../../connection/status.ts';

/** The newest value of a topic, and how many there have been. */
export interface Topic {
  readonly value: unknown;
  readonly count: number;
}

/** All that has come over the socket. What is new has new objects on the way to it; the rest keeps its own. */
export interface Topics {
  readonly status: Status;
  readonly byName: Readonly<Record<string, Topic>>;
  /** Here, and not made by a selector: that would be another array each time. */
  readonly names: readonly string[];
  /** Messages that are about no topic, the newest first. */
  readonly others: readonly Message[];
}

export const NO_TOPICS: Topics = { status: CONNECTING, byName: {}, names: [], others: [] };

/** The state after a message: `{"topic":"news","value":1}`, or any other. */
export function receive(state: Topics, data: string | Blob | ArrayBuffer): Topics {
  const { topic, value } = readJson(data);
  if (typeof topic !== 'string') return { ...state, others: append(state.others, toText(data)) };
  const known = Object.hasOwn(state.byName, topic) ? state.byName[topic] : undefined;
  return {
    ...state,
    byName: { ...state.byName, [topic]: { value, count: (known?.count ?? 0) + 1 } },
    names: known ? state.names : [...state.names, topic],
  };
}
