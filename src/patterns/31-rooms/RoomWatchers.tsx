import { useState, useSyncExternalStore } from 'react';
import { Checkboxes } from '../../components/Checkboxes.tsx';
import { MessageList } from '../../components/MessageList.tsx';
import { RoomTable } from '../../components/RoomTable.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { append, toText, type Message } from '../../connection/history.ts';
import { useRooms } from './useRooms.ts';
import { Watcher } from './Watcher.tsx';

/** What can be mounted, each with its room. */
const WATCHERS = { 'News, here': 'news', 'News, there': 'news', Sport: 'sport', Staff: 'staff' };

/** Components that watch rooms, and what the page knows of each room. */
export function RoomWatchers({ url, random }: { url: string; random?: () => number }) {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const [mounted, setMounted] = useState<readonly string[]>(Object.keys(WATCHERS).slice(0, 2));
  const { status, rooms } = useRooms(url, {
    random,
    onMessage: (data) => setMessages((messages) => append(messages, toText(data), 50)),
  });
  const { store } = rooms;
  const watched = useSyncExternalStore(store.subscribe, store.get, store.get);

  return (
    <section>
      <StatusBadge status={status} />
      <Checkboxes
        label="Mounted"
        options={Object.keys(WATCHERS)}
        chosen={mounted}
        onChange={setMounted}
      />
      <dl className="figures">
        {Object.entries(WATCHERS)
          .filter(([label]) => mounted.includes(label))
          .map(([label, room]) => (
            <Watcher key={label} rooms={rooms} room={room} label={label} />
          ))}
      </dl>
      <RoomTable rooms={watched} />
      <MessageList messages={messages} />
    </section>
  );
}
