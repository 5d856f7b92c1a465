import { useState } from 'react';
import { CellDialog, type ChosenCell } from './CellDialog.tsx';
import { columns, type Column } from './columns.ts';
import { judgementOf, SIGNS, WORDS, type Judgement } from './judgement.ts';
import { RESULTS } from './read-results.ts';
import { COSTS } from './scenarios/costs.ts';
import { SCENARIOS } from './scenarios/all.ts';
import type { Row } from './scenarios/scenario.ts';

const ROWS: readonly Row[] = [...SCENARIOS, ...COSTS];

const GROUPS: readonly (readonly [Row['group'], string])[] = [
  ['connection', 'The connection'],
  ['messages', 'Messages'],
  ['react', 'React'],
  ['cost', 'Cost'],
];

/** All libraries in all scenarios: a sign a cell, which opens to what happened. */
export function Matrix() {
  const [chosen, setChosen] = useState<ChosenCell>();
  return (
    <>
      <ul className="legend" aria-label="Signs">
        {(['good', 'partly', 'bad', 'not its job'] as const).map((judgement) => (
          <li key={judgement}>
            <span className="sign" data-judgement={judgement}>
              {SIGNS[judgement]}
            </span>{' '}
            {WORDS[judgement]}
          </li>
        ))}
      </ul>
      <div className="matrix" tabIndex={0} role="group" aria-label="All libraries in all scenarios">
        <table>
          <Head />
          {GROUPS.map(([group, title]) => (
            <tbody key={group}>
              <tr>
                <th colSpan={columns.length + 1} scope="rowgroup">
                  {title}
                </th>
              </tr>
              {ROWS.filter((row) => row.group === group).map((row) => (
                <tr key={row.id}>
                  <th scope="row" title={row.about}>
                    {row.title}
                  </th>
                  {columns.map((column) => (
                    <MatrixCell key={column.key} column={column} row={row} onChoose={setChosen} />
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
      {chosen && <CellDialog chosen={chosen} onClose={() => setChosen(undefined)} />}
    </>
  );
}

function Head() {
  const contenders = [...new Set(columns.map(({ contender }) => contender))];
  return (
    <thead>
      <tr>
        <td />
        {contenders.map((contender) => (
          <th key={contender.id} scope="colgroup" colSpan={contender.best ? 2 : 1}>
            <a href={contender.home} target={contender.npm ? '_blank' : '_top'} rel="noreferrer">
              {contender.name}
            </a>
          </th>
        ))}
      </tr>
      <tr>
        <td />
        {columns.map(({ key, setup, contender }) => (
          <th key={key} scope="col" data-setup={setup}>
            <span>{contender.best ? setup : 'as it is'}</span>
          </th>
        ))}
      </tr>
      <tr>
        <th scope="row">Does its job</th>
        {columns.map((column) => (
          <Score key={column.key} column={column} />
        ))}
      </tr>
    </thead>
  );
}

/** How much of what is its job a library does, drawn as a bar. */
function Score({ column }: { readonly column: Column }) {
  const judgements = SCENARIOS.flatMap(({ id }) => {
    const cell = RESULTS.cells[column.key]?.[id];
    return cell ? judgementOf(column, id, cell) : [];
  });
  const count = (wanted: Judgement) => judgements.filter((each) => each === wanted).length;
  const [good, partly, bad] = [count('good'), count('partly'), count('bad')];
  return (
    <td
      className="score"
      title={`${good} of ${good + partly + bad}; ${partly} in part, ${bad} not; ${count('not its job')} are not its job`}
    >
      <span className="bar" aria-hidden>
        {good > 0 && <i data-judgement="good" style={{ flexGrow: good }} />}
        {partly > 0 && <i data-judgement="partly" style={{ flexGrow: partly }} />}
        {bad > 0 && <i data-judgement="bad" style={{ flexGrow: bad }} />}
      </span>
      {good}
      <span className="unseen"> of {good + partly + bad}</span>
    </td>
  );
}

interface MatrixCellProps {
  readonly column: Column;
  readonly row: Row;
  readonly onChoose: (chosen: ChosenCell) => void;
}

function MatrixCell({ column, row, onChoose }: MatrixCellProps) {
  const cell = RESULTS.cells[column.key]?.[row.id];
  if (!cell) return <td />;
  const judgement = judgementOf(column, row.id, cell);
  const { contender, setup } = column;
  return (
    <td>
      <button
        type="button"
        data-judgement={judgement}
        title={cell.says}
        aria-label={`${contender.name}, ${setup}, ${row.title}: ${WORDS[judgement]}, ${cell.says}`}
        onClick={() => onChoose({ column, row, cell })}
      >
        {judgement === 'figure' ? cell.says.replace(' kB', '') : SIGNS[judgement]}
      </button>
    </td>
  );
}
