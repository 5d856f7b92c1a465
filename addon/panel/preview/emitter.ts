import { ledger, type LedgerEvent, type MessageData } from '../../../mocks/ledger.ts';
import { nextFrame } from '../../story/next-frame.ts';
import type { Session } from '../../story/session.ts';
import type { Messages, PanelChannel } from '../model/channel.ts';
import { BEHAVIOURS } from './behaviours.ts';
import { StoryRun } from './story-run.ts';

/**
 * The panel's eyes on the page: posts what the story's sockets do, once a frame at most, and drives its
 * server. It posts nothing until a manager says that it is there, and then the events only while the
 * user sees them; meanwhile it keeps the newest.
 */
export class Emitter {
  readonly #channel: PanelChannel;
  #run: StoryRun | undefined;
  #isShown = false;
  #hasManager = false;
  #isFrameAsked = false;
  #isLooking = false;
  #postedStatus = '';
  #postedRecording = '';

  constructor(channel: PanelChannel) {
    this.#channel = channel;
    channel.on('watch', ({ isShown }) => this.#watch(isShown));
    channel.on('command', (message) => void this.#drive(message));
    // Before a manager can answer, the first story has begun.
    ledger.subscribe(this.#hear);
    channel.emit('ready', null);
  }

  /** A story is about to be rendered: for the first time, or once more with other arguments. */
  begin(storyId: string, session: Session | undefined): void {
    const before = this.#run;
    if (before?.storyId === storyId && before.session === session) return;
    before?.dispose();
    this.#run = new StoryRun(storyId, session, {
      isRecording: before?.storyId === storyId && before.recorder?.isOn === true,
      onChange: () => this.#askForFrame(),
    });
    this.#run.hearLiveServer();
    if (this.#hasManager) this.#announce(this.#run);
  }

  #watch(isShown: boolean): void {
    this.#isShown = isShown;
    if (!this.#hasManager) {
      this.#hasManager = true;
      if (this.#run) this.#announce(this.#run);
    }
    this.#askForFrame();
    this.#lookEachFrame();
  }

  readonly #hear = (event: LedgerEvent, data?: MessageData): void => {
    if (!this.#run?.take(event, data)) return;
    if (this.#isShown || event.type !== 'message') this.#askForFrame();
    if (event.type === 'created') this.#lookEachFrame();
  };

  #announce(run: StoryRun): void {
    const { id, storyId } = run;
    const { timeOrigin } = performance;
    this.#postedStatus = '';
    this.#postedRecording = '';
    this.#channel.emit('run', { id, storyId, timeOrigin, behaviours: Object.keys(BEHAVIOURS) });
    this.#askForFrame();
  }

  async #drive({ run, command }: Messages['command']): Promise<void> {
    const story = this.#run;
    if (!story?.driver || story.id !== run) return;
    try {
      if (command.verb === 'record') story.recorder?.record(command.isOn);
      else if (command.verb === 'replay') await story.replay(command.url);
      else await story.driver.perform(command);
      if (command.verb === 'behave') story.recorder?.behave(command);
      story.problem = undefined;
    } catch (error) {
      story.problem = String(error);
    }
    this.#askForFrame();
  }

  /** A real socket that goes CLOSING makes no event: while there is one and someone looks, so do we. */
  #lookEachFrame(): void {
    if (this.#isLooking || !this.#isShown || !this.#run?.hasRealSockets) return;
    this.#isLooking = true;
    nextFrame(() => {
      this.#isLooking = false;
      if (this.#run?.look()) this.#askForFrame();
      this.#lookEachFrame();
    });
  }

  #askForFrame(): void {
    if (this.#isFrameAsked || !this.#hasManager) return;
    this.#isFrameAsked = true;
    nextFrame(() => {
      this.#isFrameAsked = false;
      this.#post();
    });
  }

  #post(): void {
    if (!this.#run) return;
    const { id: run, outbox, status, recorder } = this.#run;
    const batch = this.#isShown ? outbox.take() : undefined;
    if (batch) {
      this.#channel.emit('events', { run, ...batch });
      // What is left over, or came behind a Blob that is read now.
      if (!outbox.isEmpty) this.#askForFrame();
    }
    const statusText = JSON.stringify(status);
    if (statusText !== this.#postedStatus) this.#channel.emit('status', { run, status });
    this.#postedStatus = statusText;
    const recording = { isOn: recorder?.isOn ?? false, code: recorder?.code ?? '' };
    const recordingText = JSON.stringify(recording);
    if (recordingText !== this.#postedRecording) {
      this.#channel.emit('recording', { run, ...recording });
    }
    this.#postedRecording = recordingText;
  }
}
