/** What a story's page has done. */
export interface Figures {
  /**
   * How often React has put a change of the story on the page. In StrictMode React calls each component
   * twice for a render; that is still one commit.
   */
  readonly commits: number;
  /** The same for what stands in a `<Counted name="…">`, by its name. */
  readonly renders: Readonly<Record<string, number>>;
  /** Messages that have reached the page's sockets. */
  readonly messages: number;
  /**
   * Milliseconds that the main thread has worked on messages and renders: from the arrival of a message,
   * or the start of a render, until the page had nothing else to do. StrictMode's second calls are in it.
   */
  readonly mainThreadMs: number;
}

/** Counts what the page of a story does: `parameters: { count: 'on' }`. */
export interface StoryCount {
  /**
   * Since the story began.
   * @throws {Error} where the story has not asked for it, or where React has no Profiler
   */
  readonly figures: Figures;
  /**
   * What is added while `act` runs, and until the page has finished with it. Throws what `figures` throws.
   * @example
   * const { commits } = await count.during(() => server.send('hello'));
   * expect(commits).toBe(1);
   */
  during(act: () => Promise<unknown>): Promise<Figures>;
}

/** Whether a story counts: not at all, for its play function, or also below the story on screen. */
export type CountSetting = 'off' | 'on' | 'shown';
