import type { Recording } from '../../../src/protocol/har/recording.ts';
import { collect } from '../model/collect.ts';
import { readHarFile } from '../model/har-file.ts';
import { toHarParts } from '../model/har-parts.ts';
import { summarize, type RecordingSummary } from '../model/recording-summary.ts';
import { toStoryFileName, toStoryParts, type StorySubject } from '../model/story-file.ts';
import { saveBlob } from './save.ts';

/** The recording that the panel has, whatever story is on the page. */
export interface ReplayState {
  readonly name?: string;
  readonly isReading: boolean;
  /** Why it could not be read. */
  readonly problem?: string;
  readonly summary?: RecordingSummary;
}

/** Reads a recording, hands it to the page, and makes a story of it. */
export class ReplayStore {
  readonly #listeners = new Set<() => void>();
  #state: ReplayState = { isReading: false };
  #recording: Recording | undefined;
  #url: string | undefined;
  #reads = 0;

  getSnapshot = (): ReplayState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  async read(file: Blob, name: string): Promise<void> {
    const read = ++this.#reads;
    this.#recording = undefined;
    this.#set({ isReading: true });
    try {
      const recording = await readHarFile(file);
      // Another file has been chosen meanwhile.
      if (read !== this.#reads) return;
      this.#recording = recording;
      this.#set({ isReading: false, name, summary: summarize(recording) });
    } catch (error) {
      if (read !== this.#reads) return;
      const problem = error instanceof Error ? error.message : String(error);
      this.#set({ isReading: false, name, problem });
    }
  }

  /** A URL of the recording that the page can read, until the next one is asked for. */
  async publish(): Promise<string | undefined> {
    const recording = this.#recording;
    if (!recording) return undefined;
    const har = await collect(toHarParts(recording), 'application/json');
    if (this.#url !== undefined) URL.revokeObjectURL(this.#url);
    this.#url = URL.createObjectURL(har);
    return this.#url;
  }

  async saveStory(subject: StorySubject): Promise<void> {
    const story = await this.#toStory(subject);
    if (story) saveBlob(toStoryFileName(subject), story);
  }

  async copyStory(subject: StorySubject): Promise<void> {
    const story = await this.#toStory(subject);
    // As a Blob, and not as a text of many megabytes.
    if (story) await navigator.clipboard.write([new ClipboardItem({ 'text/plain': story })]);
  }

  async #toStory(subject: StorySubject): Promise<Blob | undefined> {
    const recording = this.#recording;
    if (!recording) return undefined;
    return collect(toStoryParts(recording, subject), 'text/plain');
  }

  #set(state: ReplayState): void {
    this.#state = state;
    for (const listener of [...this.#listeners]) listener();
  }
}
