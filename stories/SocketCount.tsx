import { useSyncExternalStore } from 'react';
import { ledger } from '../mocks/ledger.ts';

interface SocketCountProps {
  readonly storyId: string;
}

function countSockets(storyId: string): string {
  const sockets = ledger.sockets.filter((socket) => socket.storyId === storyId);
  const open = sockets.filter(({ state }) => state === 'open').length;
  return `Sockets made: ${sockets.length}. Open now: ${open}.`;
}

/** How many sockets a story has made, and how many of them are open. */
export function SocketCount({ storyId }: SocketCountProps) {
  const text = useSyncExternalStore(
    (onChange) => ledger.subscribe(onChange),
    () => countSockets(storyId),
  );
  return <p role="status">{text}</p>;
}
