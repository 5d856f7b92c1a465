/** @param share 0.95 is the value that 95 % do not exceed. NaN where there is none */
export function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}
