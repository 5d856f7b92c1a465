import { useEffect, useEffectEvent, useState } from 'react';
import { backoff } from '../../connection/backoff.ts';
import { keepConnected } from '../../connection/keep-connected.ts';
import { createReplica, type ReplicaOptions } from '../../connection/replica.ts';
import { CONNECTING, OPEN, type Status } from '../../connection/status.ts';

/** What this pattern adds: the socket is open, and what it shows may not be what the server has. */
type ReplicaStatus = Status | { readonly state: 'catching-up' };

interface ReplicaSocketOptions extends Pick<ReplicaOptions, 'onSnapshot' | 'onDelta'> {
  /** Called for each message that is not about the table. */
  readonly onMessage: (data: string | Blob | ArrayBuffer) => void;
  /** Spreads the clients, from 0 to below 1. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/**
 * A socket that follows a table of the server.
 *
 * Why subscribe first: whatever changes after the snapshot was made then comes as a delta. Deltas that
 * come before the snapshot wait for it; of these, the ones that it contains already are left out by
 * their numbers. Where a number is missing, only another snapshot helps.
 */
export function useReplica(url: string, options: ReplicaSocketOptions) {
  const [status, setStatus] = useState<ReplicaStatus>(CONNECTING);
  const handleSnapshot = useEffectEvent(options.onSnapshot);
  const handleDelta = useEffectEvent(options.onDelta);
  const handleMessage = useEffectEvent(options.onMessage);
  const nextWait = useEffectEvent((attempt: number) =>
    backoff(attempt, { random: options.random }),
  );

  useEffect(() => {
    const replica = createReplica({
      send: (message) => void connection.send(message),
      onSnapshot: (entries, seq) => handleSnapshot(entries, seq),
      onDelta: (delta, fate) => handleDelta(delta, fate),
      onSynced: (isSynced) => setStatus(isSynced ? OPEN : { state: 'catching-up' }),
    });
    const connection = keepConnected(url, {
      waitMs: (attempt) => nextWait(attempt),
      onStatus(next) {
        if (next.state === 'open') replica.opened();
        else setStatus(next);
      },
      onMessage({ data }) {
        connection.proven();
        if (!replica.heard(data)) handleMessage(data);
      },
    });
    return () => connection.leave();
  }, [url]);

  return status;
}
