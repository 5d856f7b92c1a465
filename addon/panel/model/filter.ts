import { contentOf, directionOf, kindOf, type Direction, type Kind } from './describe.ts';
import { RowList, type Row } from './row-list.ts';

/** What a person wants to see of the timeline. */
export interface Filter {
  readonly direction: Direction | 'both';
  readonly kind: Kind | 'all';
  /** Part of the content, in any case; `/…/` with flags is a regular expression. */
  readonly text: string;
}

export const NO_FILTER: Filter = { direction: 'both', kind: 'all', text: '' };

export interface CompiledFilter {
  readonly matches: (row: Row) => boolean;
  /** Why the text is not looked for, in words. */
  readonly problem?: string;
}

export function compileFilter({ direction, kind, text }: Filter): CompiledFilter {
  const { test, problem } = compileText(text);
  const matches = ({ event }: Row) =>
    (direction === 'both' || directionOf(event) === direction) &&
    (kind === 'all' || kindOf(event) === kind) &&
    test(contentOf(event));
  return problem === undefined ? { matches } : { matches, problem };
}

const REGULAR_EXPRESSION = /^\/(?<pattern>.+)\/(?<flags>[a-z]*)$/s;

function compileText(text: string): { test: (content: string) => boolean; problem?: string } {
  if (text === '') return { test: () => true };
  const { pattern, flags = '' } = REGULAR_EXPRESSION.exec(text)?.groups ?? {};
  if (pattern === undefined) {
    const wanted = text.toLowerCase();
    return { test: (content) => content.toLowerCase().includes(wanted) };
  }
  try {
    // With `g` or `y` an expression remembers where it was, and the next row would begin there.
    const expression = new RegExp(pattern, flags.replace(/[gy]/g, ''));
    return { test: (content) => expression.test(content) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const problem = `${why}. Until it is mended, all content is shown; without the slashes it is looked for as plain text.`;
    return { test: () => true, problem };
  }
}

/** The rows that match. Each chunk is looked through once: all but the last never change. */
export function createRowFilter({ matches }: CompiledFilter): (rows: RowList) => RowList {
  const done = new WeakMap<readonly Row[], readonly Row[]>();
  return (rows) =>
    new RowList(
      rows.chunks
        .map((chunk) => {
          const matching = done.get(chunk) ?? chunk.filter(matches);
          done.set(chunk, matching);
          return matching;
        })
        .filter((chunk) => chunk.length > 0),
    );
}
