import { useEffect, useState } from 'react';
import { Figure } from '../../components/Figure.tsx';

/** Prices in euros, shown in the currency that the user has chosen. */
export function Converter({ url }: { url: string }) {
  const [rate, setRate] = useState(1);
  const [last, setLast] = useState({ price: 0, rate: 0 });
  const handleMessage = (data: string) => {
    setLast({ price: Number(data) * rate, rate });
  };

  useEffect(() => {
    const socket = new WebSocket(url);
    socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
      handleMessage(data);
    });
    return () => socket.close();
  }, [url]);

  return (
    <section>
      <button type="button" onClick={() => setRate(2)}>
        Rate 2
      </button>
      <dl className="figures">
        <Figure label="Rate chosen">{rate}</Figure>
        <Figure label="Rate used">{last.rate}</Figure>
        <Figure label="Price shown">{last.price}</Figure>
      </dl>
    </section>
  );
}
