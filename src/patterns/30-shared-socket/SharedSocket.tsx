import { useState, useSyncExternalStore } from 'react';
import { Checkboxes } from '../../components/Checkboxes.tsx';
import { SocketUsers } from '../../components/SocketUsers.tsx';
import { shareSockets } from './shared-sockets.ts';
import { Badge, Counter, List } from './users.tsx';

const USERS = ['Badge', 'Counter', 'List', 'Counter of another address'] as const;

interface SharedSocketProps {
  readonly url: string;
  /** How long a socket stays without a user, in milliseconds. Counts at the first render. @default 500 */
  readonly lingerMs?: number;
  readonly random?: () => number;
}

/** Components to mount and unmount, and the sockets that there are for them. */
export function SharedSocket({ url, lingerMs, random }: SharedSocketProps) {
  const [sockets] = useState(() => shareSockets({ lingerMs, random }));
  const [mounted, setMounted] = useState<readonly string[]>(USERS.slice(0, 3));
  const { store } = sockets;
  const shared = useSyncExternalStore(store.subscribe, store.get, store.get);

  return (
    <section>
      <Checkboxes label="Mounted" options={USERS} chosen={mounted} onChange={setMounted} />
      <SocketUsers sockets={shared} />
      {mounted.includes('Badge') && <Badge sockets={sockets} url={url} />}
      {mounted.includes('Counter') && <Counter sockets={sockets} url={url} />}
      {mounted.includes('Counter of another address') && (
        <Counter sockets={sockets} url={`${url}/another`} />
      )}
      {mounted.includes('List') && <List sockets={sockets} url={url} />}
    </section>
  );
}
