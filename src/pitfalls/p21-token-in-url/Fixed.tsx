import { useEffect, useState } from 'react';
import { Figure } from '../../components/Figure.tsx';

const getToken = () => `token-${crypto.randomUUID()}`;

/** Logs in with a token, and shows what the server says of it. */
export function Login({ url }: { url: string }) {
  const [written, setWritten] = useState(0);

  useEffect(() => {
    const token = getToken();
    const socket = new WebSocket(url);
    const record = () => setWritten(socket.url.includes(token) ? 1 : 0);
    socket.addEventListener('open', () => {
      record();
      socket.send(JSON.stringify({ type: 'login', token }));
    });
    return () => socket.close();
  }, [url]);

  return (
    <dl className="figures">
      <Figure label="Tokens in its URL">{written}</Figure>
    </dl>
  );
}
