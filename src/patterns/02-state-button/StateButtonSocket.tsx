import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react';

/**
 * A socket that is opened and closed by buttons.
 *
 * Why no button makes the socket: state says whether a connection is wanted, and an effect makes it
 * so. Two clicks want the same thing, so they cannot make two sockets. And when the component
 * unmounts right after a click, there is no socket that nothing closes.
 */
export function StateButtonSocket({ url }: { url: string }) {
  const [isWanted, setIsWanted] = useState(false);
  const [status, setStatus] = useState<'closed' | 'connecting' | 'open' | 'closing' | 'failed'>(
    'closed',
  );
  const [ending, setEnding] = useState('');
  const [messages, setMessages] = useState<{ id: number; text: string }[]>([]);
  const [draft, setDraft] = useState('');
  const socketRef = useRef<WebSocket>(null);
  const hintId = useId();

  useEffect(() => {
    if (!isWanted) return;
    const socket = new WebSocket(url);
    const listeners = new AbortController();
    const { signal } = listeners;
    socketRef.current = socket;
    let hasEnded = false;

    const onOpen = () => setStatus('open');
    const onMessage = ({ data }: MessageEvent<string | Blob>) => {
      // A page that lays out megabytes of text stands still.
      const text = typeof data === 'string' ? data.slice(0, 2_000) : `binary, ${data.size} bytes`;
      setMessages((messages) => [
        { id: (messages[0]?.id ?? 0) + 1, text },
        ...messages.slice(0, 99),
      ]);
    };
    const onError = () => setStatus('failed');
    const onClose = ({ code, reason }: CloseEvent) => {
      hasEnded = true;
      setIsWanted(false);
      setStatus((status) => (status === 'failed' ? status : 'closed'));
      setEnding(`${code} ${reason}`);
    };
    socket.addEventListener('open', onOpen, { signal });
    socket.addEventListener('message', onMessage, { signal });
    socket.addEventListener('error', onError, { signal });
    socket.addEventListener('close', onClose, { signal });

    return () => {
      listeners.abort();
      socket.close();
      socketRef.current = null;
      if (!hasEnded) setStatus('connecting');
    };
  }, [url, isWanted]);

  function connect() {
    if (isWanted) return;
    setIsWanted(true);
    setStatus('connecting');
    setEnding('');
  }

  function disconnect() {
    if (!isWanted) return;
    setStatus('closing');
    socketRef.current?.close();
  }

  function send(event: SubmitEvent) {
    event.preventDefault();
    if (status !== 'open') return;
    socketRef.current?.send(draft);
    setDraft('');
  }

  // `aria-disabled` and not `disabled`: a button that disables itself loses the keyboard's focus.
  return (
    <section>
      <p role="status" data-status={status}>
        {status} {ending}
      </p>
      <div className="row">
        <button type="button" aria-disabled={isWanted} onClick={connect}>
          Connect
        </button>
        <button
          type="button"
          aria-disabled={!isWanted || status === 'closing'}
          onClick={disconnect}
        >
          Disconnect
        </button>
      </div>
      <form onSubmit={send}>
        <label>
          Message <input value={draft} onChange={(event) => setDraft(event.target.value)} />
        </label>
        <button type="submit" aria-disabled={status !== 'open'} aria-describedby={hintId}>
          Send
        </button>
        <small id={hintId}>
          {status === 'open' ? '' : `You can send once it is open: it is ${status}.`}
        </small>
      </form>
      <ol aria-label="Messages">
        {messages.map(({ id, text }) => (
          <li key={id} value={id}>
            {text}
          </li>
        ))}
      </ol>
    </section>
  );
}
