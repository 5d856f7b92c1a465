import { readJson } from './read-json.ts';
import { createSequence } from './sequence.ts';

/** One entry has another value. Deltas are numbered from 1, without a gap. */
export interface Delta {
  readonly seq: number;
  readonly key: string;
  readonly value: unknown;
}

/** What became of a delta. `held` waits for the snapshot; `ignored` was in it, or has come before. */
export type DeltaFate = 'applied' | 'held' | 'ignored';

export interface ReplicaOptions {
  readonly send: (message: string) => void;
  /** All that the server's table holds. Drop what you have. */
  readonly onSnapshot: (entries: Readonly<Record<string, unknown>>, seq: number) => void;
  readonly onDelta: (delta: Delta, fate: DeltaFate) => void;
  /** Whether what you have is what the server has. */
  readonly onSynced: (isSynced: boolean) => void;
  /** How many deltas wait for a snapshot at most. With more, it is asked for again. @default 10_000 */
  readonly limit?: number | undefined;
}

export interface Replica {
  /** There is a connection: subscribes on it, and then asks for the snapshot. */
  readonly opened: () => void;
  /** Takes a message of the server. Returns whether it was about the table. */
  readonly heard: (data: unknown) => boolean;
}

/** Follows a table of the server: by its snapshot, and by the deltas that come after it. */
export function createReplica(options: ReplicaOptions): Replica {
  const { send, onSnapshot, onDelta, onSynced, limit = 10_000 } = options;
  const sequence = createSequence();
  let held: Delta[] = [];
  let isSynced = false;

  function fetchSnapshot() {
    isSynced = false;
    onSynced(false);
    send('{"type":"fetch-snapshot"}');
  }

  function hold(delta: Delta) {
    // Without the oldest there is a gap, and the snapshot is asked for again.
    if (held.length >= limit) held = [];
    held.push(delta);
    onDelta(delta, 'held');
  }

  function apply(delta: Delta) {
    const place = sequence.take(delta.seq);
    if (place !== 'gap') onDelta(delta, place === 'next' ? 'applied' : 'ignored');
    return place;
  }

  function takeDelta(delta: Delta) {
    if (!isSynced) hold(delta);
    else if (apply(delta) === 'gap') {
      hold(delta);
      fetchSnapshot();
    }
  }

  function takeSnapshot(seq: number, entries: object) {
    // One that no one has asked for, or for the second time.
    if (isSynced) return;
    sequence.startAt(seq);
    onSnapshot({ ...entries }, seq);
    const waiting = held;
    held = [];
    const gap = waiting.findIndex((delta) => apply(delta) === 'gap');
    if (gap === -1) {
      isSynced = true;
      onSynced(true);
      return;
    }
    held = waiting.slice(gap);
    fetchSnapshot();
  }

  return {
    opened() {
      held = [];
      // In this order: what changes behind the snapshot comes as a delta, whenever the snapshot is made.
      send('{"type":"subscribe"}');
      fetchSnapshot();
    },
    heard(data) {
      const { type, seq, key, value, entries } = readJson(data);
      if (typeof seq !== 'number') return false;
      if (type === 'delta' && typeof key === 'string') takeDelta({ seq, key, value });
      else if (type === 'snapshot' && typeof entries === 'object')
        takeSnapshot(seq, { ...entries });
      else return type === 'subscribed';
      return true;
    },
  };
}
