import { useEffect, useState } from 'react';
import { Figure } from '../../components/Figure.tsx';

const getToken = () => `token-${crypto.randomUUID()}`;

/** Logs in with a token, and shows what the server says of it. */
export function Login({ url }: { url: string }) {
  const [written, setWritten] = useState(0);

  useEffect(() => {
    const token = getToken();
    const address = new URL(url);
    address.searchParams.set('token', token);
    const socket = new WebSocket(address);
    const record = () => setWritten(socket.url.includes(token) ? 1 : 0);
    socket.addEventListener('open', () => {
      record();
    });
    return () => socket.close();
  }, [url]);

  return (
    <dl className="figures">
      <Figure label="Tokens in its URL">{written}</Figure>
    </dl>
  );
}
