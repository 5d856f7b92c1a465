import * as React from 'react';
import { Field } from './Field.tsx';

interface ServerChoiceProps {
  readonly names: readonly string[];
  /** @default all of them */
  readonly chosen: string | undefined;
  readonly onChoose: (name: string | undefined) => void;
}

/** Which of several servers the verbs are for. */
export function ServerChoice({ names, chosen, onChoose }: ServerChoiceProps): React.JSX.Element {
  return (
    <div className="server-choice">
      <Field label="Server">
        <select
          value={chosen ?? ''}
          onChange={({ target: { value } }) => onChoose(value === '' ? undefined : value)}
        >
          <option value="">all</option>
          {names.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </Field>
    </div>
  );
}
