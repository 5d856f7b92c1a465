import { useEffect, useState } from 'react';

/**
 * A socket that lives as long as its component: opened when it mounts, closed when it unmounts.
 *
 * Why an effect: a socket is a resource outside React. Made while rendering, it would be made again
 * by every render, and nothing would ever close it. An effect has a moment to make it and a moment
 * to undo it, and the undo runs whatever the socket is doing: connecting, open or closing.
 */
export function UseEffectSocket({ url }: { url: string }) {
  const [status, setStatus] = useState<'connecting' | 'open' | 'failed' | 'closed'>('connecting');
  const [ending, setEnding] = useState('');
  const [messages, setMessages] = useState<{ id: number; text: string }[]>([]);

  useEffect(() => {
    const socket = new WebSocket(url);
    // One signal removes all listeners. Without it, this socket would still report its end to a
    // component that is already waiting for the next one.
    const listeners = new AbortController();
    const { signal } = listeners;

    const onOpen = () => setStatus('open');
    const onMessage = ({ data }: MessageEvent<string | Blob>) => {
      // A page that lays out megabytes of text stands still.
      const text = typeof data === 'string' ? data.slice(0, 2_000) : `binary, ${data.size} bytes`;
      // The newest first, a hundred at most.
      setMessages((messages) => [
        { id: (messages[0]?.id ?? 0) + 1, text },
        ...messages.slice(0, 99),
      ]);
    };
    const onError = () => setStatus('failed');
    const onClose = ({ code, reason }: CloseEvent) => {
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
      setStatus('connecting');
      setEnding('');
    };
  }, [url]);

  return (
    <section>
      <p role="status" data-status={status}>
        {status} {ending}
      </p>
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
