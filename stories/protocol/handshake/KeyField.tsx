import { HANDSHAKE_GUID, isKey, makeKey } from '../../../src/protocol/handshake.ts';

interface KeyFieldProps {
  readonly value: string;
  /** The value that a server must answer with; empty until it is worked out. */
  readonly accept: string;
  readonly onChange: (key: string) => void;
}

/** A key to be changed, and the accept value that follows from it. */
export function KeyField({ value, accept, onChange }: KeyFieldProps) {
  return (
    <fieldset className="key">
      <legend>Key and accept value</legend>
      <label>
        Sec-WebSocket-Key{' '}
        <input
          value={value}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={!isKey(value)}
          onChange={({ target }) => onChange(target.value)}
        />
      </label>
      <button type="button" onClick={() => onChange(makeKey())}>
        New key
      </button>
      <p>
        base64(SHA-1(key + {HANDSHAKE_GUID})) = <output>{accept}</output>
      </p>
      {!isKey(value) && <p>This is not 16 bytes in base64: a server refuses it.</p>}
    </fieldset>
  );
}
