/** What the two halves of the panel say to each other over Storybook's channel. */
import type { Channel } from 'storybook/internal/channels';
import { PANEL_ID } from '../../constants.ts';
import type { Command } from './command.ts';
import type { SocketEvent } from './socket-event.ts';
import type { Status } from './status.ts';

/** One run of a story: a story that is mounted again begins another. */
export interface Run {
  /** Counts from 1 in each document of the preview. */
  readonly id: number;
  readonly storyId: string;
  /** What the times of its events count from, in milliseconds since 1970. */
  readonly timeOrigin: number;
  /** Names of the behaviours that its server can be given. */
  readonly behaviours: readonly string[];
}

export interface Batch {
  readonly run: number;
  /** Oldest first. */
  readonly events: readonly SocketEvent[];
  /** How many went before these to make room. */
  readonly gone: number;
}

export interface RecordedPlay {
  readonly isOn: boolean;
  /** Empty where nothing was recorded. */
  readonly code: string;
}

export interface Messages {
  /** Preview: its document is there. Asks for `watch`. */
  ready: null;
  /** Manager: it is there, and whether the user sees the events. Nothing is posted before this. */
  watch: { readonly isShown: boolean };
  /** Preview: a story begins; what came before is over. */
  run: Run;
  /** Preview, at most once a frame. */
  events: Batch;
  /** Preview, when it has changed. */
  status: { readonly run: number; readonly status: Status };
  /** Manager: the user drives the server. */
  command: { readonly run: number; readonly command: Command };
  /** Preview, at most once a frame: the play function of what has been driven since it records. */
  recording: { readonly run: number } & RecordedPlay;
}

/**
 * Storybook's channel with the types of our messages, each as one JSON text. Storybook's serialiser
 * would read a meaning into strings such as `_duplicate_…` and `_NaN_`.
 */
export class PanelChannel {
  readonly #channel: Channel;
  readonly #isHeard: (source: unknown) => boolean;

  /** @param isHeard whether to take what comes from there, by the origin or URL that Storybook gives. @default all of it */
  constructor(channel: Channel, isHeard: (source: unknown) => boolean = () => true) {
    this.#channel = channel;
    this.#isHeard = isHeard;
  }

  emit<Name extends keyof Messages>(name: Name, message: Messages[Name]): void {
    this.#channel.emit(`${PANEL_ID}/${name}`, encode(message));
  }

  /** Calls back for each message of that name. Returns the undo. */
  on<Name extends keyof Messages>(
    name: Name,
    listener: (message: Messages[Name]) => void,
  ): () => void {
    const isHeard = this.#isHeard;
    // Storybook calls a listener on the event, which says where it comes from.
    const hear = function (this: { readonly source?: unknown }, text: string) {
      if (isHeard(this.source)) listener(JSON.parse(text) as Messages[Name]);
    };
    this.#channel.on(`${PANEL_ID}/${name}`, hear);
    return () => this.#channel.off(`${PANEL_ID}/${name}`, hear);
  }
}

/** Storybook drops a message that has one of these: it takes it for something that is not JSON. */
const LINE_ENDS: Readonly<Record<string, string>> = { '\u2028': '\\u2028', '\u2029': '\\u2029' };

function encode(message: unknown): string {
  return JSON.stringify(message).replace(/[\u2028\u2029]/g, (end) => LINE_ENDS[end] ?? end);
}
