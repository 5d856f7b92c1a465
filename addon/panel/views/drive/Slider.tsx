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
  // While it is held it stays where the hand is: the Control that it moves answers late.
  const [held, setHeld] = React.useState<number>();
  const shown = held ?? value;
  return (
    <Field label={label}>
      <input
        type="range"
        min={0}
        max={max}
        step={step}
        value={shown}
        onChange={({ target }) => {
          setHeld(target.valueAsNumber);
          onChange(target.valueAsNumber);
        }}
        onBlur={() => setHeld(undefined)}
      />
      <output>{shown}</output>
    </Field>
  );
}
