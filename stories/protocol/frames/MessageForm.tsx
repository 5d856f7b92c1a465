import { KINDS } from './message.ts';
import type { Message } from './message.ts';
import { NumberField } from './NumberField.tsx';

interface MessageFormProps {
  readonly message: Message;
  readonly onChange: (message: Message) => void;
}

/** What to send. Every change is sent at once. */
export function MessageForm({ message, onChange }: MessageFormProps) {
  const { kind, text, times, fragmentBytes, closeCode } = message;
  const change = (changed: Partial<Message>) => onChange({ ...message, ...changed });
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <label>
        Kind{' '}
        <select
          value={kind}
          onChange={({ target }) => change({ kind: KINDS[target.selectedIndex] ?? 'text' })}
        >
          {KINDS.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      <label>
        {kind === 'close' ? 'Reason' : 'Message'}{' '}
        <input value={text} onChange={({ target }) => change({ text: target.value })} />
      </label>
      {kind === 'close' ? (
        <NumberField
          label="Code"
          emptyMeans="none"
          value={closeCode}
          onChange={(value) => change({ closeCode: value })}
        />
      ) : (
        <NumberField
          label="Times"
          emptyMeans="1"
          value={times}
          onChange={(value) => change({ times: value })}
        />
      )}
      {(kind === 'text' || kind === 'binary') && (
        <NumberField
          label="Bytes in each frame"
          emptyMeans="all"
          value={fragmentBytes}
          onChange={(value) => change({ fragmentBytes: value })}
        />
      )}
    </form>
  );
}
