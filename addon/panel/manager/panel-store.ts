import type { PanelChannel } from '../model/channel.ts';
import type { Command, Verb } from '../model/command.ts';
import { readClose, typeClose, type Controls, type TypedClose } from '../model/close-fields.ts';
import { toCommand, type CloseDraft, type Draft } from '../model/draft.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../model/preferences.ts';
import { INITIAL_STATE, reduce, type Action, type PanelState } from '../model/reducer.ts';
import { findTarget } from '../model/target.ts';
import { VERBS } from '../model/verbs.ts';
import { ReplayStore } from './replay-store.ts';

/** No one reads faster, and whatever the panel draws takes time from the story beside it. */
const DRAW_INTERVAL_MS = 100;

export interface Snapshot {
  readonly panel: PanelState;
  readonly preferences: Preferences;
  /** What the user has typed for a close, and the Controls do not say yet. */
  readonly typedClose: TypedClose;
  /** The name of the server that the verbs are for. @default the story's one, or all of them */
  readonly chosenServer: string | undefined;
  /** Why the last verb was not even asked for, in words. */
  readonly problem: string | undefined;
}

/** What the manager knows of the story on the page; one for all that shows it. */
export class PanelStore {
  /** The recording that is to be replayed. */
  readonly replay = new ReplayStore();
  readonly #channel: PanelChannel;
  readonly #listeners = new Set<() => void>();
  #snapshot: Snapshot = {
    panel: INITIAL_STATE,
    preferences: DEFAULT_PREFERENCES,
    typedClose: {},
    chosenServer: undefined,
    problem: undefined,
  };
  #isShown = false;
  #notifiedAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(channel: PanelChannel) {
    this.#channel = channel;
    channel.on('ready', () => this.#watch());
    channel.on('run', (run) => {
      const { panel, chosenServer: chosen } = this.#snapshot;
      const chosenServer = run.storyId === panel.run?.storyId ? chosen : undefined;
      this.#snapshot = { ...this.#snapshot, typedClose: {}, chosenServer };
      this.dispatch({ type: 'run', run });
    });
    channel.on('events', (batch) => {
      const panel = reduce(this.#snapshot.panel, { type: 'events', batch });
      this.#snapshot = { ...this.#snapshot, panel };
      this.#notifyInTime();
    });
    channel.on('recording', (message) => this.dispatch({ type: 'recording', ...message }));
    channel.on('status', (message) => this.dispatch({ type: 'status', ...message }));
    this.#watch();
  }

  getSnapshot = (): Snapshot => this.#snapshot;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  dispatch(action: Action): void {
    this.#set({ panel: reduce(this.#snapshot.panel, action) });
  }

  prefer(change: Partial<Preferences>): void {
    this.#set({ preferences: { ...this.#snapshot.preferences, ...change } });
  }

  /** What the verbs are given. */
  fillIn(change: Partial<Draft>): void {
    this.prefer({ draft: { ...this.#snapshot.preferences.draft, ...change } });
  }

  /** Which of several servers the verbs are for from now on; all of them without a name. */
  chooseServer(name: string | undefined): void {
    this.#set({ chosenServer: name });
  }

  /** One of the fields of a close is being typed into, with these Controls. */
  typeClose(controls: Partial<Controls>, field: keyof CloseDraft, text: string): void {
    this.#set({ typedClose: typeClose(controls, this.#snapshot.typedClose, field, text) });
  }

  /** Whether the user sees the events: they are posted only then. */
  show(isShown: boolean): void {
    if (isShown === this.#isShown) return;
    this.#isShown = isShown;
    this.#watch();
  }

  /** Lets the server do what a verb says, with what the user has filled in, here or in the Controls. */
  drive(verb: Verb, controls: Partial<Controls>): void {
    const { preferences, typedClose } = this.#snapshot;
    const target = this.#target;
    if (!target || !VERBS.find((info) => info.verb === verb)?.canDo(target.server)) return;
    try {
      const close = readClose(controls, typedClose);
      const command = toCommand(verb, { ...preferences.draft, ...close });
      this.command({ ...command, server: target.name });
    } catch (error) {
      this.#set({ problem: error instanceof Error ? error.message : String(error) });
    }
  }

  /** Gives the chosen server a named behaviour, or none. */
  behave(behaviour: string | undefined): void {
    this.command({ verb: 'behave', behaviour, server: this.#target?.name });
  }

  command(command: Command): void {
    const { run } = this.#snapshot.panel;
    if (!run) return;
    this.#channel.emit('command', { run: run.id, command });
    this.#set({ problem: undefined });
  }

  get #target() {
    return findTarget(this.#snapshot.panel.status, this.#snapshot.chosenServer);
  }

  #set(change: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    this.#notify();
  }

  #notify = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#notifiedAt = performance.now();
    for (const listener of [...this.#listeners]) listener();
  };

  #notifyInTime(): void {
    this.#timer ??= setTimeout(
      this.#notify,
      this.#notifiedAt + DRAW_INTERVAL_MS - performance.now(),
    );
  }

  #watch(): void {
    this.#channel.emit('watch', { isShown: this.#isShown });
  }
}
