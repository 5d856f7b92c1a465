/** Prints a figure beside its target. One that misses it says so, and the benchmark exits with 1. */
export function report(what: string, figure: string, target: string, isMet: boolean): void {
  const verdict = isMet ? '' : '  missed';
  console.log(`  ${what.padEnd(40)}${figure.padStart(10)}   (target ${target})${verdict}`);
  if (!isMet) process.exitCode = 1;
}
