import { InlineCode } from './lesson/InlineCode.tsx';
import './table.css';

interface TableProps {
  readonly head: readonly string[];
  /** A cell's text has its code between backticks. */
  readonly rows: readonly (readonly string[])[];
}

/** A table on a page that is Markdown, which knows none. It scrolls where there is no room. */
export function Table({ head, rows }: TableProps) {
  return (
    <div className="table sb-unstyled" tabIndex={0} role="group" aria-label={head.join(', ')}>
      <table>
        <thead>
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join()}>
              {row.map((cell, index) => (
                <td key={index}>
                  <InlineCode text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
