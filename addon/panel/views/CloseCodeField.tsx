// Storybook compiles the JSX of its manager to `React.createElement`.
import * as React from 'react';
import { CLOSE_CODES } from '../../../src/protocol/close-codes.ts';

/** Those that have a name, and that a server's Close frame can carry (RFC 6455 §7.4). */
const NAMED = CLOSE_CODES.filter(({ sender }) => sender === 'endpoint' || sender === 'server');

interface CloseCodeFieldProps {
  /** Its name: the codes would be in that of a label around it. */
  readonly label: string;
  /** The text in the field, whatever the user types. Empty is a close without a code. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
}

/** A field for the close code of a server: the codes that have a name to choose from, or any other. */
export function CloseCodeField(props: CloseCodeFieldProps): React.JSX.Element {
  const { label, value, onChange, onBlur } = props;
  const list = React.useId();
  return (
    <>
      <input
        aria-label={label}
        inputMode="numeric"
        size={6}
        list={list}
        placeholder="no code"
        value={value}
        onChange={({ target }) => onChange(target.value)}
        onBlur={onBlur}
      />
      <datalist id={list}>
        {NAMED.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </datalist>
    </>
  );
}
