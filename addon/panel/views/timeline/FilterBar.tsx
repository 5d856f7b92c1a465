import * as React from 'react';
import type { Filter } from '../../model/filter.ts';

interface FilterBarProps {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  /** Why the text is not looked for, in words. */
  readonly problem?: string | undefined;
}

/** What of the timeline is shown. */
export function FilterBar({ filter, onFilter, problem }: FilterBarProps) {
  const problemId = React.useId();
  return (
    <>
      <select
        aria-label="Direction"
        value={filter.direction}
        onChange={({ target }) =>
          onFilter({ ...filter, direction: target.value as Filter['direction'] })
        }
      >
        <option value="both">In and out</option>
        <option value="in">In: from the server</option>
        <option value="out">Out: from the page</option>
      </select>
      <select
        aria-label="Kind"
        value={filter.kind}
        onChange={({ target }) => onFilter({ ...filter, kind: target.value as Filter['kind'] })}
      >
        <option value="all">All kinds</option>
        <option value="text">Text</option>
        <option value="binary">Binary</option>
        <option value="connection">Connection</option>
      </select>
      <input
        type="search"
        aria-label="Content"
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : problemId}
        placeholder="text or /regex/i"
        value={filter.text}
        onChange={({ target }) => onFilter({ ...filter, text: target.value })}
      />
      {problem !== undefined && (
        <p role="alert" id={problemId}>
          {problem}
        </p>
      )}
    </>
  );
}
