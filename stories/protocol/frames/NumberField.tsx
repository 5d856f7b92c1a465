interface NumberFieldProps {
  readonly label: string;
  /** What an empty field stands for. */
  readonly emptyMeans?: string;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
}

/** A whole number, or none. */
export function NumberField({ label, emptyMeans, value, onChange }: NumberFieldProps) {
  return (
    <label>
      {label}{' '}
      <input
        type="number"
        placeholder={emptyMeans}
        value={value ?? ''}
        onChange={({ target }) =>
          onChange(target.value === '' ? undefined : Math.trunc(Number(target.value)))
        }
      />
    </label>
  );
}
