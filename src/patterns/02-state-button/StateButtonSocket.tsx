import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react';

/**
 * A socket that is opened and closed by buttons.
 *
 * Why no button makes the socket: state says whether a connection is wanted, and an effect makes it
 * so. Two clicks want the same thing, so they cannot make two sockets. And a component that leaves
 * the page right after a click has made none that nobody closes.
 */
export function StateButtonSocket({ url }: { url: string }) {
  const [status, setStatus] = useState<'closed' | 'connecting' | 'open' | 'closing'>('closed');
  const [ending, setEnding] = useState('');
  const [messages, setMessages] = useState<string[]>([]);
  const [draft, setDraft] = useState('');
  const socketRef = useRef<WebSocket>(null);
  const hintId = useId();
  const isWanted = status !== 'closed';

  useEffect(() => {
    if (!isWanted) return;
    const socket = new WebSocket(url);
    const listeners = new AbortController();
    const { signal } = listeners;
    socketRef.current = socket;

    const onOpen = () => setStatus('open');
    const onMessage = ({ data }: MessageEvent<string | Blob>) => {
      const text = typeof data === 'string' ? data : `binary, ${data.size} bytes`;
      setMessages((messages) => [...messages.slice(-99), text]);
    };
    const onError = () => setEnding('failed:');
    const onClose = ({ code, reason }: CloseEvent) => {
      setStatus('closed');
      setEnding((ending) => `${ending} ${code} ${reason}`);
    };
    socket.addEventListener('open', onOpen, { signal });
    socket.addEventListener('message', onMessage, { signal });
    socket.addEventListener('error', onError, { signal });
    socket.addEventListener('close', onClose, { signal });

    return () => {
      listeners.abort();
      socket.close();
      socketRef.current = null;
      setStatus((status) => (status === 'closed' ? status : 'connecting'));
    };
  }, [url, isWanted]);

  function connect() {
    setStatus('connecting');
    setEnding('');
  }

  function disconnect() {
    setStatus('closing');
    socketRef.current?.close();
  }

  function send(event: SubmitEvent) {
    event.preventDefault();
    socketRef.current?.send(draft);
    setDraft('');
  }

  return (
    <section>
      <p role="status" data-status={status}>
        {status} {ending}
      </p>
      <button type="button" disabled={isWanted} onClick={connect}>
        Connect
      </button>
      <button type="button" disabled={!isWanted || status === 'closing'} onClick={disconnect}>
        Disconnect
      </button>
      <form onSubmit={send}>
        <label>
          Message <input value={draft} onChange={(event) => setDraft(event.target.value)} />
        </label>
        <button type="submit" disabled={status !== 'open'} aria-describedby={hintId}>
          Send
        </button>
        <p id={hintId}>
          {status === 'open' ? '' : `You can send once it is open: it is ${status}.`}
        </p>
      </form>
      <ol aria-label="Messages">
        {messages.map((message, index) => (
          <li key={index}>{message}</li>
        ))}
      </ol>
    </section>
  );
}
