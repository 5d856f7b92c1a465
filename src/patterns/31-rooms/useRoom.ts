import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { NOT_JOINED, type Room, type Rooms } from '../../connection/rooms.ts';

/**
 * Watches a room for as long as the component is mounted. Several components may watch one room: it is
 * joined once.
 *
 * @param onMessage called for what is said in the room
 * @returns how far the room is joined
 */
export function useRoom(rooms: Rooms, name: string, onMessage: (body: unknown) => void): Room {
  const { store, watch } = rooms;
  const handleMessage = useEffectEvent(onMessage);
  useEffect(() => watch(name, (body) => handleMessage(body)), [watch, name]);
  return useSyncExternalStore(
    store.subscribe,
    () => store.get().get(name) ?? NOT_JOINED,
    () => NOT_JOINED,
  );
}
