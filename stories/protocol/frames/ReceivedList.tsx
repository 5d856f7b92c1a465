import type { FrameError, Received } from '../../../src/protocol/frame.ts';
import { describeReceived } from './describe-received.ts';

interface ReceivedListProps {
  readonly received: readonly (Received | FrameError)[];
  /** Whether bytes have come that do not yet make a message. */
  readonly isWaiting: boolean;
}

const SHOWN = 12;

/** What the endpoint has received: the first ones, and always the last, which may be the end. */
export function ReceivedList({ received, isWaiting }: ReceivedListProps) {
  const more = received.length - SHOWN - 1;
  const shown = more > 0 ? [...received.slice(0, SHOWN), ...received.slice(-1)] : received;
  return (
    <ul aria-live="polite" aria-label="Received">
      {shown.map((one, i) => (
        <li key={i} data-type={one.type}>
          {more > 0 && i === SHOWN && `… ${more.toLocaleString('en')} more, then `}
          {describeReceived(one)}
        </li>
      ))}
      {isWaiting && <li>Nothing yet: the message is not complete.</li>}
    </ul>
  );
}
