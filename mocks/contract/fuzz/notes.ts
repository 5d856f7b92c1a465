/** What a script saw: by who saw it, line by line. Between two who see, no order is specified. */
export type FuzzTrace = Readonly<Record<string, readonly string[]>>;

/** Collects a trace, and tells when there is something new. */
export class Notes {
  readonly #lanes: Record<string, string[]> = {};
  readonly #unspecified = new Set<string>();
  readonly #listeners = new Set<() => void>();
  step = 0;

  get trace(): FuzzTrace {
    return this.#lanes;
  }

  get count(): number {
    return Object.values(this.#lanes).reduce((sum, lines) => sum + lines.length, 0);
  }

  /** @param step the one that the line belongs to */
  add(lane: string, line: string, step = this.step): void {
    if (this.#unspecified.has(lane)) return;
    (this.#lanes[lane] ??= []).push(`${step}: ${line}`);
    for (const listener of this.#listeners) listener();
  }

  /** Leaves out what is seen there: it is not specified. */
  leaveOut(lane: string): void {
    this.#unspecified.add(lane);
    Reflect.deleteProperty(this.#lanes, lane);
  }

  /** Whether something is there that is not in `expected`. */
  departsFrom(expected: FuzzTrace): boolean {
    return Object.entries(this.#lanes).some(([lane, lines]) =>
      lines.some((line, index) => line !== expected[lane]?.[index]),
    );
  }

  /** Whether as much is there of every step so far as in `expected`. */
  has(expected: FuzzTrace): boolean {
    return Object.entries(expected).every(
      ([lane, lines]) => (this.#lanes[lane]?.length ?? 0) >= countUpTo(this.step, lines),
    );
  }

  /** Calls back with each line. Returns the undo. */
  onLine(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

function countUpTo(step: number, lines: readonly string[]): number {
  return lines.filter((line) => Number.parseInt(line, 10) <= step).length;
}

/** As text, for each that has seen something else; empty where all is equal. */
export function differences(real: FuzzTrace, seen: FuzzTrace): string[] {
  const end = '(nothing)';
  const lanes = new Set([...Object.keys(real), ...Object.keys(seen)]);
  const all = [...lanes].flatMap((lane) => {
    const [expected = [], actual = []] = [real[lane], seen[lane]];
    const at = expected.findIndex((line, index) => line !== actual[index]);
    if (at < 0 && expected.length === actual.length) return [];
    const from = at < 0 ? expected.length : at;
    return [{ lane, chromium: expected[from] ?? end, simulation: actual[from] ?? end }];
  });
  // The real run ends with the first difference: where it has nothing yet, there may be none.
  const first = all.filter(({ chromium }) => chromium !== end);
  return (first.length > 0 ? first : all).map(
    ({ lane, chromium, simulation }) =>
      `${lane}: Chromium sees ${chromium}\n${' '.repeat(lane.length)}  simulation    ${simulation}`,
  );
}
