import type { Wire } from './message.ts';

interface WireFormProps {
  readonly wire: Wire;
  readonly onChange: (wire: Wire) => void;
}

const SENDERS = [
  { sender: 'client', says: 'client to server, masked' },
  { sender: 'server', says: 'server to client, not masked' },
] as const;

/** What both endpoints know before the first frame: who sends, and what was agreed on. */
export function WireForm({ wire, onChange }: WireFormProps) {
  return (
    <fieldset className="wire">
      <legend>Direction</legend>
      {SENDERS.map(({ sender, says }) => (
        <label key={sender}>
          <input
            type="radio"
            checked={wire.sender === sender}
            onChange={() => onChange({ ...wire, sender })}
          />{' '}
          {says}
        </label>
      ))}
      <label>
        <input
          type="checkbox"
          checked={wire.deflate}
          onChange={({ target }) => onChange({ ...wire, deflate: target.checked })}
        />{' '}
        permessage-deflate was agreed on
      </label>
    </fieldset>
  );
}
