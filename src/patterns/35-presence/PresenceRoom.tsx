import { useState } from 'react';
import { MessageList } from '../../components/MessageList.tsx';
import { People } from '../../components/People.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { append, toText, type Message } from '../../connection/history.ts';
import { usePresence } from './usePresence.ts';

interface PresenceRoomProps {
  readonly url: string;
  /** As whom to enter. @default 'Me' */
  readonly user?: string;
  readonly random?: () => number;
}

/** Shows who is there, and tells the others when the user types. */
export function PresenceRoom({ url, user = 'Me', random }: PresenceRoomProps) {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const { status, people, type } = usePresence(url, {
    user,
    random,
    onMessage: (data) => setMessages((messages) => append(messages, toText(data))),
  });

  return (
    <section>
      <StatusBadge status={status} />
      <People people={people} />
      <label className="row">
        Type something{' '}
        <input onChange={({ target }) => type(target.value !== '')} onBlur={() => type(false)} />
      </label>
      <MessageList messages={messages} />
    </section>
  );
}
