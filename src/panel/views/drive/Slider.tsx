import * as React from 'react';
import { Field } from './Field.tsx';

interface SliderProps {
  readonly label: string;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A number from 0, with its value beside it. */
export function Slider({ label, max, step, value, onChange }: SliderProps): React.JSX.Element {
  return (
    <Field label={label}>
      <input
        type="range"
        min={0}
        max={max}
        step={step}
        value={value}
        onChange={({ target }) => onChange(target.valueAsNumber)}
      />
      <output>{value}</output>
    </Field>
  );
}
