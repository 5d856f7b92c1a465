interface CheckboxesProps {
  /** What is chosen. */
  readonly label: string;
  readonly options: readonly string[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Any number of options to choose. */
export function Checkboxes({ label, options, chosen, onChange }: CheckboxesProps) {
  return (
    <fieldset className="row">
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option}>
          <input
            type="checkbox"
            checked={chosen.includes(option)}
            onChange={({ target }) =>
              onChange(
                target.checked ? [...chosen, option] : chosen.filter((other) => other !== option),
              )
            }
          />{' '}
          {option}
        </label>
      ))}
    </fieldset>
  );
}
