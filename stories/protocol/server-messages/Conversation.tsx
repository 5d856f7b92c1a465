import { useEffect, useRef, useState } from 'react';
import type { DocumentedServer } from './servers.ts';
import './server-messages.css';

interface ConversationProps {
  readonly url: string;
  readonly server: DocumentedServer;
  /** What the server does by itself, by what its button says. */
  readonly acts?: Readonly<Record<string, () => void>>;
}

interface Line {
  readonly direction: 'page' | 'server';
  readonly text: string;
}

/** Lines that are kept. */
const LIMIT = 100;

/** A page that says what you press, or type, to one of the lab's servers, and shows the whole talk. */
export function Conversation({ url, server, acts = {} }: ConversationProps) {
  const socket = useRef<WebSocket>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [lines, setLines] = useState<readonly Line[]>([]);
  const [draft, setDraft] = useState(JSON.stringify(server.hears[0]));
  const add = (line: Line) => setLines((lines) => [...lines, line].slice(-LIMIT));

  useEffect(() => {
    const opened = new WebSocket(url);
    socket.current = opened;
    const listening = new AbortController();
    const { signal } = listening;
    opened.addEventListener('open', () => setIsOpen(true), { signal });
    opened.addEventListener('close', () => setIsOpen(false), { signal });
    opened.addEventListener(
      'message',
      ({ data }) => add({ direction: 'server', text: String(data) }),
      { signal },
    );
    return () => {
      listening.abort();
      opened.close();
      setIsOpen(false);
    };
  }, [url]);

  const say = (text: string) => {
    if (!isOpen) return;
    socket.current?.send(text);
    add({ direction: 'page', text });
  };

  return (
    <div className="conversation">
      <div className="says">
        {server.hears.map((message) => {
          const text = JSON.stringify(message);
          return (
            <button key={text} type="button" aria-disabled={!isOpen} onClick={() => say(text)}>
              <code>{text}</code>
            </button>
          );
        })}
        {Object.entries(acts).map(([label, act]) => (
          <button key={label} type="button" onClick={act}>
            {label}
          </button>
        ))}
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          say(draft);
        }}
      >
        <label>
          Say <input value={draft} onChange={(event) => setDraft(event.target.value)} />
        </label>
        <button type="submit" aria-disabled={!isOpen}>
          Send
        </button>
      </form>
      <ol aria-label="What was said" tabIndex={0}>
        {lines.map(({ direction, text }, index) => (
          <li key={index} data-by={direction}>
            <b>{direction}</b> <code>{text}</code>
          </li>
        ))}
        {lines.length === 0 && <li>Nothing was said yet.</li>}
      </ol>
    </div>
  );
}
