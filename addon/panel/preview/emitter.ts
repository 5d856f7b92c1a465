import { ledger, type LedgerEvent, type MessageData } from '../../../mocks/ledger.ts';
import type { ServerArgs } from '../../story/server-args.ts';
import type { Session } from '../../story/session.ts';
import { nextFrame } from '../../story/next-frame.ts';
import type { Messages, PanelChannel } from '../model/channel.ts';
import { BEHAVIOURS } from './behaviours.ts';
import { StoryRun } from './story-run.ts';

type SetControls = (storyId: string, args: Partial<ServerArgs>) => void;

/**
 * The panel's eyes on the page: posts what the story's sockets do once a frame, and drives its far
 * end. It posts nothing until a manager says that it is there, and then the events only while the user
 * sees them; meanwhile it keeps the newest.
 */
export class Emitter {
  readonly #channel: PanelChannel;
  readonly #setControls: SetControls;
  #run: StoryRun | undefined;
  #isShown = false;
  #hasManager = false;
  #isFrameAsked = false;
  #postedStatus = '';
  #unsubscribeSession: () => void = () => undefined;

  constructor(channel: PanelChannel, setControls: SetControls) {
    this.#channel = channel;
    this.#setControls = setControls;
    channel.on('watch', ({ isShown }) => this.#watch(isShown));
    channel.on('command', (message) => void this.#drive(message));
    // Before a manager can answer, the first story has begun.
    ledger.subscribe(this.#hear);
    channel.emit('ready', null);
  }

  /** A story is about to be rendered: for the first time, or once more with other arguments. */
  begin(storyId: string, session: Session | undefined): void {
    if (this.#run?.storyId === storyId && this.#run.session === session) return;
    this.#run?.dispose();
    this.#unsubscribeSession();
    this.#run = new StoryRun(storyId, session);
    this.#unsubscribeSession = session?.subscribe(() => this.#askForFrame()) ?? (() => undefined);
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
  }

  readonly #hear = (event: LedgerEvent, data?: MessageData): void => {
    if (!this.#run?.take(event, data)) return;
    if (event.type !== 'message') this.#askForFrame();
  };

  #announce(run: StoryRun): void {
    const { id, storyId } = run;
    const { timeOrigin } = performance;
    this.#postedStatus = '';
    this.#channel.emit('run', { id, storyId, timeOrigin, behaviours: Object.keys(BEHAVIOURS) });
    this.#askForFrame();
  }

  async #drive({ run, command }: Messages['command']): Promise<void> {
    const story = this.#run;
    const before = story?.counts;
    if (!story?.driver || !before || story.id !== run) return;
    try {
      await story.driver.run(command);
      story.problem = undefined;
      if (command.verb === 'remount') story.session?.remount();
      if (command.verb === 'control') this.#setControls(story.storyId, command.change);
      this.#channel.emit('driven', { run, command, before });
    } catch (error) {
      story.problem = String(error);
    }
    this.#askForFrame();
  }

  #askForFrame(): void {
    if (this.#isFrameAsked || !this.#hasManager) return;
    this.#isFrameAsked = true;
    nextFrame(() => {
      this.#isFrameAsked = false;
      this.#post();
      // Verbs that a story calls by itself make no event: while someone looks, each frame asks.
      if (this.#isShown) this.#askForFrame();
    });
  }

  #post(): void {
    if (!this.#run) return;
    if (this.#isShown) this.#run.look();
    const { id: run, outbox, status } = this.#run;
    const batch = this.#isShown ? outbox.take() : undefined;
    if (batch) this.#channel.emit('events', { run, ...batch });
    const words = JSON.stringify(status);
    if (words === this.#postedStatus) return;
    this.#postedStatus = words;
    this.#channel.emit('status', { run, status });
  }
}
