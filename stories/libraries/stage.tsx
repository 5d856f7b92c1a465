import { Profiler, StrictMode, type ReactNode } from 'react';
import type { PageCircumstances } from '../../addon/story/circumstances.ts';
import type { StoryClock } from '../../addon/story/clock/story-clock.ts';
import {
  ledger,
  type LedgerEvent,
  type LedgerSocket,
  type MessageData,
} from '../../mocks/ledger.ts';
import type { SocketServer } from '../../mocks/socket-server.ts';
import type { App, Contender, Setup } from './contender.ts';
import { isBelow } from './is-below.ts';
import { Speaker, type TakesToken } from './languages/language.ts';

interface StageProps {
  readonly contender: Contender;
  readonly setup: Setup;
  readonly server: SocketServer;
  readonly clock: StoryClock;
  readonly page: PageCircumstances;
  /** Puts this on the page, at once. */
  readonly render: (content: ReactNode) => void;
  readonly takesToken?: TakesToken;
  readonly getToken?: () => string;
  /** With a real server: gives the network so much real time as it needs. Page timers are virtual there too. */
  readonly settle?: () => Promise<unknown>;
  /** Does to a component what React Fast Refresh does after an edit. Only a test has it. */
  readonly refresh?: (contender: Contender) => void;
}

interface MountOptions {
  readonly copies?: number;
  /** Whether each copy stands for another user, whose page is another one. */
  readonly areApart?: boolean;
  readonly isStrict?: boolean;
}

/** Something that the application was told, and when by the story's clock. */
interface Told {
  readonly at: number;
}

/** How much had happened at a moment, and when that was. */
export interface Mark extends Told {
  readonly opens: number;
  readonly closes: number;
  readonly sockets: number;
}

const MINUTE_MS = 60_000;

/** Of all that the server says. */
const LATENCY_MS = 20;

/** How often it is looked whether what is awaited has happened. It is timed when it happens. */
const LOOK_MS = 1_000;

/** Page timers move on by so much at a time while a real network works beside them. */
const REAL_STEP_MS = 500;

/** One contender at its server, and what its application and the ledger have seen. */
export class Stage {
  readonly server: SocketServer;
  readonly clock: StoryClock;
  readonly page: PageCircumstances;
  readonly speaker: Speaker;
  /** Each time that the application was told that it is connected. */
  readonly opens: Told[] = [];
  readonly closes: (Told & { readonly code: number | undefined })[] = [];
  readonly heard: unknown[] = [];
  /** Sockets that the contender has made. */
  readonly sockets: LedgerSocket[] = [];
  readonly events: (readonly [event: LedgerEvent, data: MessageData | undefined])[] = [];
  /** What no one has caught: errors, and rejections. */
  readonly thrown: string[] = [];
  /** Commits below the contender. */
  commits = 0;
  readonly #props: StageProps;
  readonly #ways = new Set<(text: string) => unknown>();
  readonly #stop: () => void;
  #isMounted = false;

  constructor(props: StageProps) {
    const { server, clock, page, contender, takesToken = () => true } = props;
    this.#props = props;
    this.server = server;
    this.clock = clock;
    this.page = page;
    // Without, a client that comes back at once would do so without end, at one moment.
    if (!props.settle) server.latencyMs = LATENCY_MS;
    this.speaker = new Speaker(server, contender.language(takesToken));
    const ids = new Set<number>();
    const stopHearing = ledger.subscribe((event, data) => {
      if (event.type === 'created' && isBelow(event.socket.url, server.url)) {
        ids.add(event.socketId);
        this.sockets.push(event.socket);
      }
      if (ids.has(event.socketId)) this.events.push([event, data]);
    });
    const listeners = new AbortController();
    const { signal } = listeners;
    window.addEventListener('error', ({ message }) => this.thrown.push(message), { signal });
    window.addEventListener(
      'unhandledrejection',
      ({ reason }) => this.thrown.push(String(reason)),
      {
        signal,
      },
    );
    this.#stop = () => {
      stopHearing();
      listeners.abort();
      this.speaker.stop();
    };
  }

  readonly #app: App = {
    onOpen: () => this.opens.push({ at: this.clock.now }),
    onClose: (code) => this.closes.push({ at: this.clock.now, code }),
    onMessage: (data) => this.heard.push(data),
    sendsWith: (send) => {
      this.#ways.add(send);
      return () => this.#ways.delete(send);
    },
  };

  get isMounted(): boolean {
    return this.#isMounted;
  }

  /** Sockets that have not ended. */
  get living(): readonly LedgerSocket[] {
    return this.sockets.filter(({ state }) => state !== 'closed');
  }

  get open(): readonly LedgerSocket[] {
    return this.sockets.filter(({ state }) => state === 'open');
  }

  /** Puts so many of it on the page, and lets pass what needs no time. */
  async mount({
    copies = 1,
    areApart = false,
    isStrict = false,
  }: MountOptions = {}): Promise<void> {
    this.#isMounted = true;
    const { contender, setup, server, getToken, render } = this.#props;
    const { Component, best, drawnByPage } = contender;
    const own = (setup === 'best' && best?.options) || NO_OPTIONS;
    const content = (
      <Profiler id={contender.id} onRender={() => (this.commits += 1)}>
        {Array.from({ length: copies }, (_, copy) => (
          <Component
            key={copy}
            url={areApart ? `${server.url}/user-${copy}` : server.url}
            options={areApart && drawnByPage ? { ...drawnByPage(), ...own } : own}
            app={this.#app}
            getToken={getToken}
          />
        ))}
      </Profiler>
    );
    render(isStrict ? <StrictMode>{content}</StrictMode> : content);
    await this.pass(0);
  }

  /** @throws {Error} in a story, whose page has no runtime for it */
  async refresh(): Promise<void> {
    const { contender, refresh } = this.#props;
    if (!refresh) throw new Error('Only a test can refresh a component.');
    refresh(contender);
    await this.pass(0);
  }

  async unmount(): Promise<void> {
    this.#isMounted = false;
    this.#props.render(null);
    await this.pass(0);
  }

  /** Sends a text as the application does. Returns whether the library took it. */
  say(text: string): boolean {
    try {
      const [send] = this.#ways;
      return send !== undefined && send(text) !== false;
    } catch {
      return false;
    }
  }

  /** Lets so many milliseconds of the page's time pass. */
  async pass(ms: number): Promise<void> {
    const { settle } = this.#props;
    if (!settle) return this.clock.advance(ms);
    for (let passed = 0; passed < Math.max(ms, 1); passed += REAL_STEP_MS) {
      await this.clock.advance(Math.min(ms - passed, REAL_STEP_MS));
      await settle();
    }
  }

  /** Lets time pass until this holds, and no longer than `limitMs`. Returns whether it holds. */
  async until(condition: () => boolean, limitMs: number): Promise<boolean> {
    const stepMs = this.#props.settle ? REAL_STEP_MS : LOOK_MS;
    for (let passed = 0; !condition() && passed < limitMs; passed += stepMs)
      await this.pass(stepMs);
    return condition();
  }

  /** Mounts it, and lets it connect. */
  async connect(options?: MountOptions): Promise<void> {
    await this.mount(options);
    await this.until(() => this.opens.length >= (options?.copies ?? 1), 10_000);
    // What it asks for first, it has.
    await this.pass(100);
  }

  /** This moment: what comes next is counted from it. */
  mark(): Mark {
    const { opens, closes, sockets, clock } = this;
    return {
      at: clock.now,
      opens: opens.length,
      closes: closes.length,
      sockets: sockets.length,
    };
  }

  /** Milliseconds from a moment until it is connected again; undefined where it is not within the limit. */
  async nextOpen({ at, opens }: Mark, limitMs: number): Promise<number | undefined> {
    await this.until(() => this.opens.length > opens, limitMs);
    const next = this.opens[opens];
    return next && next.at - at;
  }

  /** Takes it from the page. Resolves when its sockets have ended, where that takes no more than a minute. */
  async leave(): Promise<void> {
    this.#props.render(null);
    await this.until(() => this.living.length === 0, MINUTE_MS);
    this.#stop();
  }
}

const NO_OPTIONS = {};
