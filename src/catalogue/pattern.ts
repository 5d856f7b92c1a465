/** A group of patterns: its folder in `stories/patterns`, and its name on screen. */
export const GROUPS = {
  basics: 'Basics',
  'staying-connected': 'Staying connected',
  sending: 'Sending',
  receiving: 'Receiving at scale, and sharing',
  platform: 'React and the platform',
  products: 'As in a product',
} as const;

export type Group = keyof typeof GROUPS;

/** Where a rule or a figure comes from. */
export interface Source {
  readonly text: string;
  readonly url: string;
}

export interface Pattern {
  /** Its folder in `src/patterns`, and its id everywhere else: `01-use-effect`. */
  readonly folder: string;
  readonly group: Group;
  /** A few words, as a heading. */
  readonly title: string;
  /** What it teaches, in one sentence. */
  readonly lesson: string;
  /** The component to start reading at: a file of the folder, which exports it by its name. */
  readonly view: string;
  /** What brings people here, in their own words. */
  readonly symptoms: readonly string[];
  /** The mistake it prevents, and what that mistake does, in one or two sentences. */
  readonly prevents: string;
  /** Folders of the patterns that it is made of. @default none */
  readonly madeOf?: readonly string[];
  /** The package that it is about, beside React. @default none */
  readonly needs?: string;
  /** When you do not need it, and what does the job then. */
  readonly notNeeded: string;
  /** What to remember, each with its source. */
  readonly rules: readonly Source[];
  /** How many messages it lists. @default 100 */
  readonly lists?: number;
  /**
   * What it promises of the messages that the user sends, while it stays on the page and at one URL: each
   * arrives in order, and at most or exactly once. `shown once` is exactly once, and on its own screen too,
   * though the server sends it back. The random sequences hold it to that. @default nothing
   */
  readonly delivers?: 'at most once' | 'exactly once' | 'shown once';
  /**
   * What it promises of the events that the server logs: each is shown once, in order. The random sequences
   * hold it to that. @default nothing
   */
  readonly receives?: 'each event once';
  /** Why it has no page in Next.js. @default it has one */
  readonly notInNext?: string;
  /** Which of the cases common to all patterns do not hold for it, each with the reason. @default all hold */
  readonly differs?: {
    /** Every message is shown as text, in order, a hundred at most. */
    readonly messages?: string;
    /** What has come is shown at once, in a hidden page too. */
    readonly frames?: string;
    /** A message is on screen as soon as the page's work is done. */
    readonly reveals?: string;
    /** The close code that the browser reports is shown, and the connection stays closed. */
    readonly endings?: string;
    /** It says `open` and `connecting` while its newest socket is that, and then only. */
    readonly status?: string;
    /** What it shows outlives a change of `url`. */
    readonly moves?: string;
    /** Another `url` closes the socket and opens one there. */
    readonly url?: string;
    /** Two of it on a page have a socket each; else they have one together. */
    readonly copies?: string;
    /** The socket is closed at once where no component needs it any more. */
    readonly leaving?: string;
  };
}
