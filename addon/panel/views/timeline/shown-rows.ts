import { createContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import { compileFilter, createRowFilter, withAdvice, type Filter } from '../../model/filter.ts';
import { RowList } from '../../model/row-list.ts';
import { RowSearch } from '../../model/row-search.ts';

/**
 * The rows that pass the filter. Not handed down as props: React 18, which Storybook's manager has,
 * leaves old props on a DOM node where only its children have changed, and whatever those show, or
 * their handlers reach, stays in memory. That would be all rows of some moment before.
 */
export const ShownRows = createContext(new RowList());

export function useShownRows(rows: RowList, filter: Filter) {
  const compiled = useMemo(() => compileFilter(filter), [filter]);
  const search = useMemo(() => new RowSearch(compiled.expression), [compiled]);
  const { problem } = useSyncExternalStore(search.subscribe, search.getProgress);
  useEffect(() => search.look(rows), [search, rows]);
  useEffect(() => () => search.stop(), [search]);

  const filterRows = useMemo(() => {
    const { matches } = compiled;
    if (problem !== undefined) return createRowFilter(matches);
    return createRowFilter((row) => matches(row) && search.matches(row));
  }, [compiled, search, problem]);
  // At each render, as the search may have found more. It remembers the chunks that it knows all of.
  const shown = filterRows(rows);
  return { shown, problem: problem === undefined ? compiled.problem : withAdvice(problem) };
}
