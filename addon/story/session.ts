import { flushSync } from 'react-dom';
import { findHeld, madeBy, settle } from '../leaks/check.ts';
import { describeHeld, type Held } from '../leaks/held.ts';
import { markChecked, reportLate, unmarkChecked } from '../leaks/late.ts';
import { toSourceLines } from '../leaks/source-lines.ts';
import { Watch } from '../leaks/watch.ts';
import { forgetLeftAddresses } from '../../mocks/story-urls.ts';
import type { SocketServer } from '../../mocks/socket-server.ts';
import { Subscribable } from '../../mocks/subscribable.ts';
import { ConnectionState } from './connection-state.ts';
import { tellClock } from './clock/tell.ts';
import { ControlsDriver } from './controls-driver.ts';
import { heardServer, type HeardServer } from './heard-server.ts';
import { Instruments } from './instruments.ts';
import { nextFrame } from './next-frame.ts';
import { findPageProblems } from './page-problems.ts';
import { openServer, type Transport } from './open-server.ts';
import { readServerArgs, type GivenArgs } from './read-server-args.ts';
import { defaultServerArgs } from './server-args.ts';
import type { SessionOptions, SessionState } from './session-state.ts';
import { StoryBehaviour } from './story-behaviour.ts';
import type { Warning } from './warnings/warning.ts';
import { Warnings } from './warnings/warnings.ts';

let sessionCount = 0;

/** One story on the page: its server, its Controls, its watch. Lives until the story is left. */
export class Session {
  static readonly #opened = new Map<string, Session>();
  static readonly #opening = new Map<string, Promise<Session>>();

  /** Counts from 1 on each page. */
  readonly id = ++sessionCount;
  readonly transport: Transport;
  readonly server: HeardServer;
  readonly instruments: Instruments;
  /** What its server does by itself. */
  readonly behaviour: StoryBehaviour;
  /** What its Controls say, as far as that can be used. */
  args = defaultServerArgs;
  readonly #server: SocketServer;
  readonly #options: SessionOptions;
  readonly #watch = new Watch();
  readonly #driver: ControlsDriver;
  readonly #connectionState: ConnectionState;
  readonly #changes = new Subscribable();
  readonly #warnings: Warnings;
  readonly #leaveUrl: () => void;
  readonly #stopTelling: (() => void) | undefined;
  #standingProblems: readonly string[];
  #problems: readonly string[] = [];
  #state: SessionState;
  #isFollowing = false;
  #leftovers: Promise<readonly string[]> | undefined;
  #hasEnded = false;

  /** The session of a story that is on the page. */
  static of(storyId: string): Session | undefined {
    return Session.#opened.get(storyId);
  }

  /** The session of a story, opened by the first who asks: a Docs page can show a story twice. */
  static open(options: SessionOptions): Promise<Session> {
    const { storyId } = options;
    const opening = Session.#opening.get(storyId) ?? Session.#start(options);
    Session.#opening.set(storyId, opening);
    opening.catch(() => Session.#opening.delete(storyId));
    return opening;
  }

  static async #start(options: SessionOptions): Promise<Session> {
    forgetLeftAddresses();
    const { server, leave } = await openServer(options);
    try {
      return new Session(server, leave, await Instruments.open(options), options);
    } catch (error) {
      server.dispose();
      throw error;
    }
  }

  private constructor(
    server: SocketServer,
    leaveUrl: () => void,
    instruments: Instruments,
    options: SessionOptions,
  ) {
    this.#server = server;
    this.server = heardServer(server);
    this.instruments = instruments;
    this.transport = options.transport;
    this.#options = options;
    this.#warnings = new Warnings(options.storyId, () =>
      queueMicrotask(() => this.#changes.notify()),
    );
    this.#leaveUrl = leaveUrl;
    this.#driver = new ControlsDriver(this.server);
    this.#connectionState = new ConnectionState(server, options.storyId, (state) => {
      this.#driver.follow(state);
      // A socket that is made and opens at once is one change.
      nextFrame(() => this.#follow());
    });
    this.behaviour = new StoryBehaviour(server, options.behaviour);
    if (instruments.clock.isVirtual) this.#stopTelling = tellClock(instruments.clock);
    unmarkChecked(options.storyId);
    const others = [...Session.#opened.values()].map((other) => other.#options);
    this.#standingProblems = findPageProblems(options, others);
    this.#state = { isOnStage: true, isMounted: false, problems: this.#standingProblems };
    server.onChange(() => {
      if (!server.loss) return;
      this.#standingProblems = [server.loss.message];
      this.#showProblems();
    });
    Session.#opened.set(options.storyId, this);
  }

  get state(): SessionState {
    return this.#state;
  }

  /** What the pattern holds at this moment. */
  get held(): readonly Held[] {
    return findHeld(this.#options.storyId, this.#watch, this.#state.isMounted);
  }

  /** What the lab takes for a mistake of the pattern. */
  get warnings(): readonly Warning[] {
    return this.#warnings.found;
  }

  subscribe = (listener: () => void): (() => void) => this.#changes.add(listener);

  /** Calls back when the state, the server or what is held has changed. Returns the undo. */
  onChange(listener: () => void): () => void {
    const undos = [
      this.#changes.add(listener),
      this.#server.onChange(listener),
      this.#watch.subscribe(listener),
    ];
    return () => {
      for (const undo of undos) undo();
    };
  }

  async control(given: GivenArgs): Promise<void> {
    const { args, problems } = readServerArgs(given, this.args);
    this.args = args;
    this.instruments.apply(args);
    this.#problems = problems.concat(await this.#driver.apply(args));
    this.#showProblems();
    this.#follow();
  }

  /**
   * From now on the Controls follow what becomes of the connection. Call it when the play function has
   * ended: Storybook renders a story again when its arguments change.
   */
  letControlsFollow(): void {
    this.#isFollowing = true;
    this.#follow();
  }

  /** Takes the pattern off the page, and puts it back: it begins again, with the server as it is. */
  remount(): void {
    flushSync(() => {
      this.#set({ isOnStage: false });
    });
    if (!this.#hasEnded) this.#set({ isOnStage: true });
  }

  /** The stage has put the pattern on the page, or taken it off. */
  staged(isMounted: boolean): void {
    if (isMounted !== this.#state.isMounted) this.#set({ isMounted });
  }

  /**
   * Takes the pattern off the page, and waits for what ends by itself. Ends what is left then, and returns
   * that as text, with what the pattern has complained about. A second call returns the same.
   */
  leave(): Promise<readonly string[]> {
    this.#leftovers ??= this.#leave();
    return this.#leftovers;
  }

  async #leave(): Promise<readonly string[]> {
    this.#watch.leave();
    // Effects are undone when this returns.
    flushSync(() => {
      this.#set({ isOnStage: false });
    });
    await this.#server.resume();
    // A Close frame may be on its way, and needs time to arrive.
    this.instruments.letTimePass();
    await settle(this.#options.storyId, this.#watch);
    const held = findHeld(this.#options.storyId, this.#watch, false).map(describeHeld);
    const leftovers = [...new Set([...held, ...this.#watch.complaints])];
    for (const { stack } of madeBy(this.#options.storyId)) this.#watch.sawStack(stack);
    markChecked(this.#options.storyId, leftovers.length === 0);
    this.#end();
    // The browser tells the page of a real socket's end, and what the page does then is its story's too.
    await settle(this.#options.storyId, this.#watch);
    return toSourceLines(leftovers);
  }

  /** The story is left. What it holds once the pattern has left the page is ended. */
  dispose(): void {
    Session.#opened.delete(this.#options.storyId);
    Session.#opening.delete(this.#options.storyId);
    this.#end();
    this.#watch.stop();
  }

  #showProblems(): void {
    const problems = [...new Set([...this.#standingProblems, ...this.#problems])];
    if (problems.join() !== this.#state.problems.join()) this.#set({ problems });
  }

  #follow(): void {
    if (!this.#isFollowing || this.#hasEnded) return;
    const { serverState, startState } = this.#driver.controls;
    if (serverState === this.args.serverState && startState === this.args.startState) return;
    this.#driver.tell(serverState);
    this.#options.onFollow?.({ serverState, startState });
  }

  /** Ends the server and all that the story holds, and cuts off what it may still try. */
  #end(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#connectionState.dispose();
    this.#warnings.dispose();
    this.behaviour.dispose();
    this.#stopTelling?.();
    this.#driver.dispose();
    this.#server.dispose();
    this.#leaveUrl();
    this.#watch.end((held) => reportLate(this.#options.storyId, held));
    // The clock was there before the watch, which has its timers.
    if (this.instruments.clock.isVirtual) this.#watch.stop();
    this.instruments.close();
  }

  #set(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change };
    this.#changes.notify();
  }
}
