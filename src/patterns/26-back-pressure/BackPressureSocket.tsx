import { useRef, useState } from 'react';
import { Figure } from '../../components/Figure.tsx';
import { Gauge } from '../../components/Gauge.tsx';
import { MessageList } from '../../components/MessageList.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { append, toText, type Message } from '../../connection/history.ts';
import { useBackPressure } from './useBackPressure.ts';

interface BackPressureSocketProps {
  readonly url: string;
  readonly highBytes?: number;
  readonly pollMs?: number;
}

const PIECE_BYTES = 65_536;
const PIECES = 128;

function* pieces() {
  for (let n = 0; n < PIECES; n += 1) yield new Uint8Array(PIECE_BYTES).fill(n);
}

const NOTHING = { sent: 0, waiting: 0, most: 0 };

/** Sends 8 MiB in pieces, and draws what waits against what may wait. */
export function BackPressureSocket({ url, highBytes = 262_144, pollMs }: BackPressureSocketProps) {
  const [{ sent, waiting, most }, setTraffic] = useState(NOTHING);
  const [outcome, setOutcome] = useState('');
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const stopRef = useRef<AbortController>(null);
  const { status, sendAll } = useBackPressure(url, {
    highBytes,
    pollMs,
    onMessage: (data) => setMessages((messages) => append(messages, toText(data))),
    onSent: (waiting) =>
      setTraffic(({ sent, most }) => ({ sent: sent + 1, waiting, most: Math.max(most, waiting) })),
  });

  function start() {
    stopRef.current?.abort();
    const controller = new AbortController();
    stopRef.current = controller;
    setTraffic(NOTHING);
    setOutcome('sending');
    sendAll(pieces(), controller.signal).then(
      () => setOutcome('all added'),
      (error: unknown) => setOutcome(error instanceof Error ? error.message : String(error)),
    );
  }

  return (
    <section>
      <StatusBadge status={status} />
      <div className="row">
        <button type="button" onClick={start}>
          Send 8 MiB
        </button>
        <button type="button" onClick={() => stopRef.current?.abort(new Error('stopped'))}>
          Stop
        </button>
        {outcome}
      </div>
      <Gauge label="Waiting" value={waiting} limit={highBytes + PIECE_BYTES} mark={highBytes} />
      <dl className="figures">
        <Figure label="Pieces sent">{sent}</Figure>
        <Figure label="Most that waited">{most}</Figure>
      </dl>
      <MessageList messages={messages} />
    </section>
  );
}
