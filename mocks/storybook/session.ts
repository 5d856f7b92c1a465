import { flushSync } from 'react-dom';
import { findLeftovers, settleSockets } from '../leaks/check.ts';
import { watchPage, type Watch } from '../leaks/watch.ts';
import { SimulatedServer } from '../simulated-server.ts';
import type { SocketServer } from '../socket-server.ts';
import { ControlsDriver } from './drive.ts';
import type { ServerArgs } from './server-args.ts';

/** What the stage shows of a session. */
export interface SessionState {
  /** Whether the pattern may be on the page at all; Controls can take it off besides. */
  readonly isOnStage: boolean;
  /** What the far end could not do, in words. */
  readonly problems: readonly string[];
}

const sessions = new Map<string, Session>();

/** One story on the page: its far end, its Controls, its watch. Lives until the story is left. */
export class Session {
  readonly storyId: string;
  readonly server: SocketServer;
  readonly watch: Watch | undefined;
  readonly #driver: ControlsDriver;
  readonly #listeners = new Set<() => void>();
  #state: SessionState = { isOnStage: true, problems: [] };

  private constructor(storyId: string, url: string, isWatched: boolean) {
    this.storyId = storyId;
    this.server = new SimulatedServer(url, storyId);
    this.#driver = new ControlsDriver(this.server);
    if (isWatched) this.watch = watchPage((stack) => stack.includes('/src/'));
  }

  /** The session of a story that is on the page. */
  static of(storyId: string): Session | undefined {
    return sessions.get(storyId);
  }

  static open(storyId: string, url: string, options: { isWatched: boolean }): Session {
    const session = new Session(storyId, url, options.isWatched);
    sessions.set(storyId, session);
    return session;
  }

  get state(): SessionState {
    return this.#state;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  async control(args: ServerArgs): Promise<void> {
    const problems = await this.#driver.apply(args);
    if (problems.join() !== this.#state.problems.join()) this.#set({ problems });
  }

  /**
   * Takes the pattern off the page, lets its sockets end, and returns in words what is left then:
   * sockets, timers, listeners, and what the pattern has complained about while it was there.
   */
  async leave(): Promise<string[]> {
    // Effects are undone when this returns.
    flushSync(() => {
      this.#set({ isOnStage: false });
    });
    await this.server.resume();
    await settleSockets(this.storyId);
    return [...findLeftovers(this.storyId, this.watch), ...(this.watch?.complaints ?? [])];
  }

  dispose(): void {
    sessions.delete(this.storyId);
    this.#driver.dispose();
    this.server.dispose();
    this.watch?.stop();
  }

  #set(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of [...this.#listeners]) listener();
  }
}
