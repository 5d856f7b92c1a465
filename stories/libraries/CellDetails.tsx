import { Sequence } from '../../addon/panel/views/sequence/Sequence.tsx';
import '../../addon/panel/views/panel.css';
import type { Column } from './columns.ts';
import { judgementOf, WORDS } from './judgement.ts';
import type { Cell } from './results.ts';
import type { Row } from './scenarios/scenario.ts';
import { leftOut, toRows } from './trace-rows.ts';

interface CellDetailsProps {
  readonly column: Column;
  readonly row: Row;
  readonly cell: Cell;
}

/** What one library did in one scenario: the verdict, the figures, and what its sockets did. */
export function CellDetails({ column, row, cell }: CellDetailsProps) {
  const { contender } = column;
  const judgement = judgementOf(column, row.id, cell);
  const excuse = contender.notItsJob[row.id];
  const hidden = leftOut(cell.trace);
  return (
    <div className="cell-details">
      <p>{row.about}</p>
      <p className="verdict" data-judgement={judgement}>
        <b>{cell.says}</b> {WORDS[judgement]}
      </p>
      <p className="quiet">
        The rule: {row.rule}.{judgement === 'not its job' && ` Here: ${excuse}`}
      </p>
      <dl>
        {Object.entries(cell.figures).map(([name, value]) => (
          <div key={name}>
            <dt>{toWords(name)}</dt>
            <dd>{toText(name, value)}</dd>
          </div>
        ))}
      </dl>
      {cell.trace.length > 0 && (
        <>
          <h3>What happened</h3>
          <div className="socket-panel" tabIndex={0} role="group" aria-label="What happened">
            <Sequence rows={toRows(cell.trace)} />
            {hidden > 0 && <p>{hidden} more events of this run are not kept.</p>}
          </div>
        </>
      )}
    </div>
  );
}

/** `againMs` is read as `again`. */
function toWords(name: string): string {
  const spaced = name
    .replace(/Ms$/, '')
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return spaced.replace(/^(is|has) /, '');
}

function toText(name: string, value: Cell['figures'][string]): string {
  if (value === null) return 'never';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  const number = value.toLocaleString('en');
  return name.endsWith('Ms') ? `${number} ms` : number;
}
