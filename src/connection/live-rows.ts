import { CONNECTING, type Status } from './status.ts';

/** One row: its newest value, and how far that is from the one before. */
export interface Row {
  readonly value: number;
  readonly change: number;
}

/** What the table shows. A row that a frame does not change keeps its object, and so renders nothing. */
export interface TableState {
  /** `catching-up`: the socket is open, and the table may not be what the server has. */
  readonly status: Status | { readonly state: 'catching-up' };
  readonly rows: Readonly<Record<string, Row>>;
  /** The names of the rows, in order. */
  readonly names: readonly string[];
  /** How many changes there have been. */
  readonly updates: number;
  /** The row of the chart, and its newest values, one a frame. */
  readonly chosen: string | undefined;
  readonly trail: readonly number[];
}

/** How many values the chart draws. */
export const TRAIL_LIMIT = 240;

export const EMPTY_TABLE: TableState = {
  status: CONNECTING,
  rows: {},
  names: [],
  updates: 0,
  chosen: undefined,
  trail: [],
};

/**
 * The table as a snapshot has it, with the chart of its first row where none is chosen. A value that is
 * no number is left out.
 */
export function replace(table: TableState, entries: Readonly<Record<string, unknown>>): TableState {
  const rows: Record<string, Row> = {};
  for (const [name, value] of Object.entries(entries)) put(rows, name, value, table.rows);
  const names = Object.keys(rows).sort();
  return addToTrail({ ...table, rows, names, chosen: table.chosen ?? names[0] });
}

/**
 * The table with other values in some of its rows.
 * @param count how many changes there have been, those that no one has seen too
 */
export function update(
  table: TableState,
  values: ReadonlyMap<string, unknown>,
  count: number,
): TableState {
  const rows = { ...table.rows };
  for (const [name, value] of values) put(rows, name, value, table.rows);
  const names = Object.keys(rows);
  return addToTrail({
    ...table,
    rows,
    names: names.length === table.names.length ? table.names : names.sort(),
    updates: table.updates + count,
  });
}

/** The table with the chart of another row. */
export function choose(table: TableState, name: string): TableState {
  return addToTrail({ ...table, chosen: name, trail: [] });
}

function put(rows: Record<string, Row>, name: string, value: unknown, known: TableState['rows']) {
  if (typeof value !== 'number') return;
  const before = Object.hasOwn(known, name) ? known[name] : undefined;
  rows[name] =
    before?.value === value ? before : { value, change: value - (before?.value ?? value) };
}

function addToTrail(table: TableState): TableState {
  const { chosen, rows, trail } = table;
  const value = chosen === undefined ? undefined : rows[chosen]?.value;
  if (value === undefined) return table;
  return { ...table, trail: [...trail.slice(1 - TRAIL_LIMIT), value] };
}
