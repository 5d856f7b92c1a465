import type { Source } from './pattern.ts';

/** What a figure is: exactly this, or a bound, where the browser has a say in it. */
export type Told = number | { readonly atLeast: number } | { readonly atMost: number };

/** A mistake, built broken and fixed side by side. */
export interface Pitfall {
  /** Its folder in `src/pitfalls`, with its number: `p01-socket-while-rendering`. */
  readonly folder: string;
  /** The mistake in a few words, as a heading. */
  readonly title: string;
  /** What brings people here, in their own words or those of the console. */
  readonly symptoms: readonly string[];
  /** Why it goes wrong, in two sentences. */
  readonly why: string;
  /** What shows it: the broken and the fixed one beside each other. */
  readonly figure: {
    /** What the page calls it. */
    readonly label: string;
    /** Behind what it is read: `after ten renders`. */
    readonly when: string;
    readonly broken: Told;
    readonly fixed: Told;
  };
  /** The folder of the pattern that does it right. */
  readonly pattern: string;
  /** Which rules of eslint-plugin-react-hooks find it. @default none */
  readonly lint?: readonly string[];
  /** Whether the leak check of the lab finds it. @default no */
  readonly leaks?: boolean;
  /** What the fix rests on. @default what the pattern's page says */
  readonly rules?: readonly Source[];
}

/** `P1` */
export function numberOf({ folder }: Pick<Pitfall, 'folder'>): string {
  return `P${Number(folder.slice(1, 3))}`;
}

/** Where the lab shows a pitfall: a link out of a page's frame, for the whole window. */
export function linkToPitfall({ folder }: Pick<Pitfall, 'folder'>): string {
  return `./?path=/docs/pitfalls-${folder}--docs`;
}

export function fits(value: number, told: Told): boolean {
  if (typeof told === 'number') return value === told;
  return 'atLeast' in told ? value >= told.atLeast : value <= told.atMost;
}

/** `7`, `at least 7`, `at most 7` */
export function toWords(told: Told): string {
  if (typeof told === 'number') return String(told);
  return 'atLeast' in told ? `at least ${told.atLeast}` : `at most ${told.atMost}`;
}
