import { contentOf, directionOf, kindOf, type Direction, type Kind } from './describe.ts';
import { RowList, type Row } from './row-list.ts';

/** What the user wants to see of the timeline. */
export interface Filter {
  readonly direction: Direction | 'both';
  readonly kind: Kind | 'all';
  /** Part of the content, in any case; `/…/` with flags is a regular expression. */
  readonly text: string;
}

export const NO_FILTER: Filter = { direction: 'both', kind: 'all', text: '' };

export interface CompiledFilter {
  /** All that the filter asks for but the expression. */
  readonly matches: (row: Row) => boolean;
  /** What is looked for besides, where it can be stopped. */
  readonly expression?: RegExp;
  /** Why the text is not looked for, as a message. */
  readonly problem?: string;
}

export function compileFilter({ direction, kind, text }: Filter): CompiledFilter {
  const { test, ...others } = compileText(text);
  const matches = ({ event }: Row) =>
    (direction === 'both' || directionOf(event) === direction) &&
    (kind === 'all' || kindOf(event) === kind) &&
    (!test || test(contentOf(event)));
  return { matches, ...others };
}

const REGULAR_EXPRESSION = /^\/(?<pattern>.+)\/(?<flags>[a-z]*)$/s;

interface CompiledText extends Pick<CompiledFilter, 'expression' | 'problem'> {
  readonly test?: (content: string) => boolean;
}

function compileText(text: string): CompiledText {
  if (text === '') return {};
  const { pattern, flags = '' } = REGULAR_EXPRESSION.exec(text)?.groups ?? {};
  if (pattern === undefined) {
    const wanted = text.toLowerCase();
    return { test: (content) => content.toLowerCase().includes(wanted) };
  }
  try {
    // With `g` or `y` an expression remembers where it was, and the next row would begin there.
    return { expression: new RegExp(pattern, flags.replace(/[gy]/g, '')) };
  } catch (error) {
    return { problem: withAdvice(error instanceof Error ? `${error.message}.` : String(error)) };
  }
}

/** @param problem why the expression is not looked for, as a sentence */
export function withAdvice(problem: string): string {
  return `${problem} Until you change it, all content is shown. Without the slashes it is looked for as plain text.`;
}

/** @param matches nothing where it is not known yet: such a row is not shown, and asked for again */
export function createRowFilter(
  matches: (row: Row) => boolean | undefined,
): (rows: RowList) => RowList {
  // Each chunk is looked through once: all but the last never change.
  const done = new WeakMap<readonly Row[], readonly Row[]>();
  const filterChunk = (chunk: readonly Row[]) => {
    let unknownCount = 0;
    const matching = chunk.filter((row) => {
      const isMatching = matches(row);
      if (isMatching === undefined) unknownCount += 1;
      return isMatching;
    });
    if (unknownCount === 0) done.set(chunk, matching);
    return matching;
  };
  return (rows) =>
    new RowList(
      rows.chunks
        .map((chunk) => done.get(chunk) ?? filterChunk(chunk))
        .filter((chunk) => chunk.length > 0),
    );
}
