/** What the two halves of the panel say to each other over Storybook's channel. */
import type { Channel } from 'storybook/internal/channels';
import type { Command } from './command.ts';
import type { FarEndCounts } from './recording.ts';
import type { SocketEvent } from './socket-event.ts';
import type { Status } from './status.ts';

/** One run of a story: a story that is mounted anew begins another. */
export interface Run {
  /** Counts from 1 in each document of the preview. */
  readonly id: number;
  readonly storyId: string;
  /** What the times of its events count from, in milliseconds since 1970. */
  readonly timeOrigin: number;
  /** Names of the behaviours that its far end can be given. */
  readonly behaviours: readonly string[];
}

export interface Batch {
  readonly run: number;
  /** Oldest first. */
  readonly events: readonly SocketEvent[];
  /** How many went before these to make room. */
  readonly gone: number;
}

export interface Messages {
  /** Preview: its document is there. Asks for `watch`. */
  ready: null;
  /** Manager: it is there, and whether a person sees the events. Nothing is posted before this. */
  watch: { readonly isShown: boolean };
  /** Preview: a story begins; what came before is over. */
  run: Run;
  /** Preview, at most once a frame. */
  events: Batch;
  /** Preview, when it has changed. */
  status: { readonly run: number; readonly status: Status };
  /** Manager: a person drives the far end. */
  command: { readonly run: number; readonly command: Command };
  /** Preview: that is done. What had happened before it, so that it can be recorded. */
  driven: { readonly run: number; readonly command: Command; readonly before: FarEndCounts };
}

/** Storybook's channel with the types of our messages. */
export class PanelChannel {
  readonly #channel: Channel;

  constructor(channel: Channel) {
    this.#channel = channel;
  }

  emit<Name extends keyof Messages>(name: Name, message: Messages[Name]): void {
    this.#channel.emit(`socket-panel/${name}`, message);
  }

  /** Calls back for each message of that name. Returns the undo. */
  on<Name extends keyof Messages>(
    name: Name,
    listener: (message: Messages[Name]) => void,
  ): () => void {
    this.#channel.on(`socket-panel/${name}`, listener);
    return () => this.#channel.off(`socket-panel/${name}`, listener);
  }
}
