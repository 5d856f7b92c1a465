import { useState, type ComponentProps } from 'react';
import { StatusBadge } from '../../../../src/components/StatusBadge.tsx';
import type { ReliableSocket } from '../../../../src/patterns/all-together/ReliableSocket.tsx';
import { useReliableSocket } from '../../../../src/patterns/all-together/useReliableSocket.ts';

/** Sends as soon as it is asked to, whatever the status is. */
export function EagerSender({ url, ...options }: ComponentProps<typeof ReliableSocket>) {
  const { status, send } = useReliableSocket(url, { ...options, onMessage: () => undefined });
  const [isSent, setIsSent] = useState<boolean>();
  return (
    <>
      <StatusBadge status={status} />
      <button type="button" onClick={() => setIsSent(send('too early'))}>
        Send
      </button>
      <output>{isSent === false && 'not sent'}</output>
    </>
  );
}
