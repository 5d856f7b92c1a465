/** What is only there for TypeScript: the file that a browser runs is shorter by it. */
export interface Settings {
  readonly first: string;
  readonly second: string;

  readonly third: string;
}

export type Name = keyof Settings;

/** Sets a timer that no one clears. */
export function startTimer(): void {
  setTimeout(() => undefined, 1_000_000);
}
