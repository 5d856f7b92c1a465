import * as React from 'react';
import { Field } from './Field.tsx';

interface BehaviourFieldProps {
  /** The code of each behaviour that can be chosen. */
  readonly behaviours: readonly string[];
  readonly chosen: string | undefined;
  /** What one of several servers does besides, because all of them do. */
  readonly chosenForAll: string | undefined;
  readonly onChoose: (behaviour: string | undefined) => void;
}

/** What the server does by itself. */
export function BehaviourField(props: BehaviourFieldProps): React.JSX.Element {
  const { behaviours, chosen, chosenForAll, onChoose } = props;
  return (
    <Field label="Behaviour, from the next connection on">
      <select
        value={chosen ?? ''}
        onChange={({ target: { value } }) => onChoose(value === '' ? undefined : value)}
      >
        <option value="">
          {chosenForAll === undefined ? 'none' : `only ${chosenForAll}, as for all`}
        </option>
        {behaviours.map((behaviour) => (
          <option key={behaviour}>{behaviour}</option>
        ))}
      </select>
    </Field>
  );
}
