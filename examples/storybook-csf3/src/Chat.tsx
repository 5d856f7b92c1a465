import { useEffect, useState, type HTMLAttributes } from 'react';
import { connect } from './client';

interface ChatProps extends HTMLAttributes<HTMLElement> {
  readonly room: string;
  /** Shown above what comes. */
  readonly message?: string;
}

/** What is said in a room, with what the server calls the user. */
export function Chat({ room, message = 'Welcome', ...rest }: ChatProps) {
  const [name, setName] = useState('…');
  const [lines, setLines] = useState<readonly string[]>([]);

  useEffect(() => {
    const aborting = new AbortController();
    const { signal } = aborting;
    fetch('/api/name', { signal })
      .then((response) => response.text())
      .then(setName, () => undefined);
    const socket = connect(room);
    socket.addEventListener('message', ({ data }) => setLines((all) => [...all, String(data)]), {
      signal,
    });
    socket.addEventListener('close', ({ code }) => setLines((all) => [...all, `closed ${code}`]), {
      signal,
    });
    return () => {
      aborting.abort();
      socket.close();
    };
  }, [room]);

  return (
    <section {...rest} aria-label={room}>
      <p>
        {message}, {name}
      </p>
      <ol>
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ol>
    </section>
  );
}
