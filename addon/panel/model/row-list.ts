import { contentLength, type SocketEvent } from './socket-event.ts';

/** One line of the timeline. */
export interface Row {
  /** Counts from 1 since the story began, whatever has gone since. */
  readonly n: number;
  readonly event: SocketEvent;
  /** Milliseconds since the first event of the story, whichever socket it was of. */
  readonly sinceStartMs: number;
  /** Whether its socket had opened by then. */
  readonly hasOpened: boolean;
}

/** Rows that are added and dropped together. */
const CHUNK_ROWS = 1_000;

/**
 * An immutable list of rows that grows at its end and loses its oldest. In chunks: a copy of 100,000
 * rows for each frame would be most of what the panel does.
 */
export class RowList {
  readonly length: number;
  readonly chunks: readonly (readonly Row[])[];
  /** Index of the first row of each chunk. */
  readonly #starts: readonly number[];

  constructor(chunks: readonly (readonly Row[])[] = []) {
    this.chunks = chunks;
    const starts: number[] = [];
    let length = 0;
    for (const chunk of chunks) {
      starts.push(length);
      length += chunk.length;
    }
    this.#starts = starts;
    this.length = length;
  }

  at(index: number): Row | undefined {
    const chunk = this.#starts.findLastIndex((start) => start <= index);
    return this.chunks[chunk]?.[index - (this.#starts[chunk] ?? 0)];
  }

  /** The index of the row with that number; -1 where it is not in the list. */
  indexOf(n: number): number {
    const chunk = this.chunks.findLastIndex(([first]) => first !== undefined && first.n <= n);
    const index = this.chunks[chunk]?.findIndex((row) => row.n === n) ?? -1;
    return index < 0 ? -1 : index + (this.#starts[chunk] ?? 0);
  }

  /** Full chunks stay as they are, by identity, in the list that is returned. */
  append(rows: readonly Row[]): RowList {
    const chunks = [...this.chunks];
    const last = chunks.at(-1) ?? [];
    const room = last.length < CHUNK_ROWS ? CHUNK_ROWS - last.length : 0;
    if (room > 0 && last.length > 0) chunks.pop();
    let rest = rows;
    if (room > 0) {
      chunks.push([...last, ...rows.slice(0, room)]);
      rest = rows.slice(room);
    }
    for (; rest.length > 0; rest = rest.slice(CHUNK_ROWS)) chunks.push(rest.slice(0, CHUNK_ROWS));
    return new RowList(chunks);
  }

  /** Drops whole chunks, oldest first, until what is left is within both limits. */
  keepNewest(rowLimit: number, characterLimit: number): RowList {
    let rows = this.length;
    let characters = this.chunks.reduce((sum, chunk) => sum + charactersOf(chunk), 0);
    let dropped = 0;
    for (const chunk of this.chunks) {
      const isLast = dropped === this.chunks.length - 1;
      if (isLast || (rows <= rowLimit && characters <= characterLimit)) break;
      rows -= chunk.length;
      characters -= charactersOf(chunk);
      dropped += 1;
    }
    return dropped === 0 ? this : new RowList(this.chunks.slice(dropped));
  }

  *[Symbol.iterator](): Generator<Row> {
    for (const chunk of this.chunks) yield* chunk;
  }
}

const counted = new WeakMap<readonly Row[], number>();

/** Characters of payload in a chunk, which never changes. */
function charactersOf(chunk: readonly Row[]): number {
  let characters = counted.get(chunk);
  if (characters === undefined) {
    characters = chunk.reduce((sum, { event }) => sum + contentLength(event), 0);
    counted.set(chunk, characters);
  }
  return characters;
}
