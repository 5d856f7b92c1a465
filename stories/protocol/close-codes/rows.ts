import {
  CLOSE_CODE_RANGES,
  CLOSE_CODES,
  type CloseCode,
} from '../../../src/protocol/close-codes.ts';

/** A line of the table: one code, or a range of codes that share a meaning. */
export interface Row extends CloseCode {
  /** The code, or the range as `4000–4999`; then `code` is one of it. */
  readonly label: string;
}

/**
 * The codes and ranges that a query finds: by number, or by words, each of which must stand
 * somewhere in the row. An empty query finds all.
 */
export function findRows(query: string): readonly Row[] {
  const text = query.trim().toLowerCase();
  const asked = /^\d+$/.test(text) ? Number(text) : undefined;
  const rows = [...CLOSE_CODES.map(toRow), ...rangeRows(asked)];
  if (asked !== undefined) {
    return rows.filter(({ label, code }) => label.startsWith(text) || code === asked);
  }
  const words = text.split(/\s+/);
  return rows.filter((row) => words.every((word) => wordsOf(row).includes(word)));
}

function toRow(code: CloseCode): Row {
  return { ...code, label: String(code.code) };
}

/** A range stands for the number that was asked for, else for its last one: neither has an entry. */
function rangeRows(asked: number | undefined): readonly Row[] {
  const isOwn = CLOSE_CODES.some(({ code }) => code === asked);
  return CLOSE_CODE_RANGES.map(({ from, to, ...rest }) => {
    const isInRange = asked !== undefined && !isOwn && asked >= from && asked <= to;
    return { ...rest, code: isInRange ? asked : to, label: `${from}–${to}` };
  });
}

function wordsOf({ label, name, meaning, sender, next }: Row): string {
  return [label, name, meaning, sender, next].join(' ').toLowerCase();
}
