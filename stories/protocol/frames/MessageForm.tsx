import { KINDS } from './message.ts';
import type { Message } from './message.ts';

interface MessageFormProps {
  readonly message: Message;
  readonly onChange: (message: Message) => void;
}

/** The number that was typed; nothing for nothing. */
function wholeNumber(text: string): number | undefined {
  return text === '' ? undefined : Math.trunc(Number(text));
}

/** What to send. Every change is sent at once. */
export function MessageForm({ message, onChange }: MessageFormProps) {
  const { kind, text, times, fragmentBytes, closeCode } = message;
  const isData = kind === 'text' || kind === 'binary';
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <label>
        Kind{' '}
        <select
          value={kind}
          onChange={({ target }) =>
            onChange({ ...message, kind: KINDS[target.selectedIndex] ?? 'text' })
          }
        >
          {KINDS.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      <label>
        {kind === 'close' ? 'Reason' : 'Message'}{' '}
        <input
          value={text}
          onChange={({ target }) => onChange({ ...message, text: target.value })}
        />
      </label>
      {kind === 'close' ? (
        <label>
          Code{' '}
          <input
            type="number"
            value={closeCode ?? ''}
            onChange={({ target }) =>
              onChange({ ...message, closeCode: wholeNumber(target.value) })
            }
          />
        </label>
      ) : (
        <label>
          Times{' '}
          <input
            type="number"
            min={1}
            max={MAX_TIMES}
            value={times}
            onChange={({ target }) =>
              onChange({ ...message, times: clampTimes(wholeNumber(target.value)) })
            }
          />
        </label>
      )}
      {isData && (
        <label>
          Bytes in each frame{' '}
          <input
            type="number"
            min={1}
            placeholder="all"
            value={fragmentBytes ?? ''}
            onChange={({ target }) =>
              onChange({ ...message, fragmentBytes: wholeNumber(target.value) })
            }
          />
        </label>
      )}
    </form>
  );
}

/** Enough for a 64-bit length with one letter, and little enough to show at once. */
const MAX_TIMES = 100_000;

function clampTimes(times = 1): number {
  return Math.min(Math.max(times, 1), MAX_TIMES);
}
