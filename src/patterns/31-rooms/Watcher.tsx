import { useState } from 'react';
import { Figure } from '../../components/Figure.tsx';
import type { Rooms } from '../../connection/rooms.ts';
import { useRoom } from './useRoom.ts';

interface WatcherProps {
  readonly rooms: Rooms;
  readonly room: string;
  /** What it is called on screen. */
  readonly label: string;
}

/** Shows what was said last in a room, and how much it has heard. */
export function Watcher({ rooms, room, label }: WatcherProps) {
  const [{ last, count }, setHeard] = useState({ last: '', count: 0 });
  const { state } = useRoom(rooms, room, (body) =>
    setHeard((heard) => ({ last: String(body), count: heard.count + 1 })),
  );
  return <Figure label={label}>{count === 0 ? state : `${last} (${count})`}</Figure>;
}
