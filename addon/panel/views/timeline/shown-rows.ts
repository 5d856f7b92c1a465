import { createContext, useMemo } from 'react';
import { compileFilter, createRowFilter, type Filter } from '../../model/filter.ts';
import { RowList } from '../../model/row-list.ts';

/**
 * The rows that pass the filter. Not handed down as props: React 18, which Storybook's manager has,
 * leaves old props on a DOM node where only its children have changed, and whatever those show, or
 * their handlers reach, stays in memory. That would be all rows of some moment before.
 */
export const ShownRows = createContext(new RowList());

export function useShownRows(rows: RowList, filter: Filter) {
  const compiled = useMemo(() => compileFilter(filter), [filter]);
  const filterRows = useMemo(() => createRowFilter(compiled), [compiled]);
  const shown = useMemo(() => filterRows(rows), [filterRows, rows]);
  return { shown, problem: compiled.problem };
}
