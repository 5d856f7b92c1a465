import { useEffect, useRef } from 'react';
import { CellDetails } from './CellDetails.tsx';
import type { Column } from './columns.ts';
import { linkToLive } from './live-link.ts';
import type { Cell } from './results.ts';
import type { Row, Scenario } from './scenarios/scenario.ts';
import { SCENARIOS } from './scenarios/all.ts';

export interface ChosenCell {
  readonly column: Column;
  readonly row: Row;
  readonly cell: Cell;
}

interface CellDialogProps {
  readonly chosen: ChosenCell;
  readonly onClose: () => void;
}

/** A cell of the table, opened. */
export function CellDialog({ chosen, onClose }: CellDialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    ref.current?.showModal();
  }, []);
  const { column, row } = chosen;
  const { contender, setup } = column;
  const isLive = SCENARIOS.some(
    (scenario: Scenario) => scenario.id === row.id && !scenario.isOnlyInTests,
  );
  return (
    <dialog ref={ref} className="cell-dialog" aria-labelledby="cell-title" onClose={onClose}>
      <header>
        <h2 id="cell-title">
          {contender.name}: {row.title}
        </h2>
        <button type="button" onClick={() => ref.current?.close()}>
          Close
        </button>
      </header>
      <p className="quiet">
        {setup === 'best' ? 'With the best options that it documents' : 'By its defaults'}
      </p>
      <CellDetails {...chosen} />
      {isLive && (
        <p>
          <a href={linkToLive(column, row.id)} target="_top">
            See it live
          </a>
          , in your browser.
        </p>
      )}
    </dialog>
  );
}
