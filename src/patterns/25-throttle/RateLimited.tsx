import { useState } from 'react';
import { Figure } from '../../components/Figure.tsx';
import { MessageList } from '../../components/MessageList.tsx';
import { SendForm } from '../../components/SendForm.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { Tokens } from '../../components/Tokens.tsx';
import { append, toText, type Message } from '../../connection/history.ts';
import { useRateLimited } from './useRateLimited.ts';

interface RateLimitedProps {
  readonly url: string;
  readonly capacity?: number;
  readonly perSecond?: number;
  readonly limit?: number;
  /** How often the position is sent at most, in milliseconds. @default 100 */
  readonly moveMs?: number;
  readonly random?: () => number;
}

/** Move the slider, or send commands, as fast as you can: the server hears as much as it takes. */
export function RateLimited({ url, capacity = 4, perSecond = 4, ...rest }: RateLimitedProps) {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const [moves, setMoves] = useState(0);
  const { status, tokens, waiting, sent, move, command } = useRateLimited(url, {
    ...rest,
    capacity,
    perSecond,
    onMessage: (data) => setMessages((messages) => append(messages, toText(data))),
  });
  const moveTo = (position: number) => {
    setMoves(moves + 1);
    move(position);
  };

  return (
    <section>
      <StatusBadge status={status} />
      <label className="row">
        Position
        <input
          type="range"
          max={1_000}
          defaultValue={0}
          onChange={(event) => moveTo(Number(event.target.value))}
        />
      </label>
      <SendForm canSend={waiting < (rest.limit ?? 100)} onSend={command} />
      <Tokens key={`${sent} ${tokens}`} tokens={tokens} capacity={capacity} perSecond={perSecond} />
      <dl className="figures">
        <Figure label="Moves">{moves}</Figure>
        <Figure label="Sent">{sent}</Figure>
        <Figure label="Commands waiting">{waiting}</Figure>
      </dl>
      <MessageList messages={messages} />
    </section>
  );
}
