import { replaysRecording, type Replay } from '../../../mocks/replay/replays.ts';
import type { Session } from '../../story/session.ts';
import { readHarFile } from '../model/har-file.ts';
import type { ReplayStatus } from '../model/replay-status.ts';

/** Differences that are listed. */
const LISTED = 100;

/** Gives the server of a story a recording that the panel has, and the pattern a fresh start. */
export class Replayer {
  readonly #session: Pick<Session, 'behaviour' | 'remount'>;
  readonly #onChange: () => void;
  #replay: Replay | undefined;
  #undo: () => void = () => undefined;
  #starts = 0;

  /** @param onChange called when the status is another one */
  constructor(session: Pick<Session, 'behaviour' | 'remount'>, onChange: () => void) {
    this.#session = session;
    this.#onChange = onChange;
  }

  /** Nothing where no recording is replayed. */
  get status(): ReplayStatus | undefined {
    if (!this.#replay) return undefined;
    const { sentCount, messageCount, differenceCount } = this.#replay;
    const differences = this.#replay.listDifferences(LISTED);
    return { sentCount, messageCount, differences, differenceCount };
  }

  /**
   * @param url of the recording, which the manager holds: a long one does not go through the channel
   * @throws what reading throws
   */
  async start(url: string): Promise<void> {
    const start = ++this.#starts;
    const response = await fetch(url);
    const recording = await readHarFile(await response.blob());
    if (start !== this.#starts) return;
    this.stop();
    this.#replay = replaysRecording(recording, this.#onChange);
    this.#undo = this.#session.behaviour.replace(this.#replay);
    this.#session.remount();
  }

  stop(): void {
    this.#starts += 1;
    this.#undo();
    this.#undo = () => undefined;
    this.#replay = undefined;
    this.#onChange();
  }
}
