interface CellsProps {
  /** What the cells are: `Outbox`. */
  readonly label: string;
  /** One cell each, the first on the left. */
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly id: string | number;
  /** What colours it: `waiting`, `sent`, `acknowledged`, `rejected`. */
  readonly state: string;
  /** What it stands for. */
  readonly text: string;
}

/** Messages or pieces of something as a row of cells, each in the colour of its state. */
export function Cells({ label, cells }: CellsProps) {
  return (
    <ol className="cells" aria-label={label}>
      {cells.map(({ id, state, text }) => (
        <li key={id} data-state={state} title={`${text} ${state}`}>
          <span>
            {text} {state}
          </span>
        </li>
      ))}
    </ol>
  );
}
