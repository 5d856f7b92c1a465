/** Prints a figure beside its target. One that misses it says so, and the benchmark exits with 1. */
export function report(what: string, figure: string, target: string, isMet: boolean): void {
  const verdict = isMet ? '' : '  missed';
  console.log(`  ${what.padEnd(40)}${figure.padStart(10)}   (target ${target})${verdict}`);
  if (!isMet) process.exitCode = 1;
}

/** @param share 0.95 is the value that 95 % do not exceed. NaN where there is none */
export function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}
