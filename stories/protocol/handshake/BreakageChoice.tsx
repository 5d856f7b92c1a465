import { useId } from 'react';
import { BREAKAGES } from './breakages.ts';
import type { Breakage } from './breakages.ts';

interface BreakageChoiceProps {
  readonly value: Breakage;
  readonly onChange: (breakage: Breakage) => void;
}

export function BreakageChoice({ value, onChange }: BreakageChoiceProps) {
  const name = useId();
  return (
    <fieldset>
      <legend>Break one thing</legend>
      {BREAKAGES.map((one) => (
        <label key={one.id}>
          <input
            type="radio"
            name={name}
            checked={one.id === value.id}
            onChange={() => onChange(one)}
          />
          <span>{one.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
