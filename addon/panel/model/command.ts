import type { Content } from './socket-event.ts';

/** What the user makes a server do. Most verbs are those of `SocketServer`. */
export type ServerCommand = {
  /** The name of one of several servers. @default the story's one, or all of them */
  readonly server?: string | undefined;
} & (
  | { readonly verb: 'accept' | 'hold' | 'drop' | 'fail' | 'stall' | 'resume' }
  /** @param status HTTP status, 400 to 599 */
  | { readonly verb: 'refuse'; readonly status: number }
  | { readonly verb: 'send'; readonly content: Content }
  | { readonly verb: 'close'; readonly code?: number; readonly reason?: string }
  /** A named behaviour for the connections that come, or none. */
  | { readonly verb: 'behave'; readonly behaviour: string | undefined }
);

/** What the user does in the panel. */
export type Command =
  | ServerCommand
  /** Takes the pattern off the page, and puts it back. */
  | { readonly verb: 'remount' }
  /** Begins a recording again, or ends it. */
  | { readonly verb: 'record'; readonly isOn: boolean }
  /** The recording at this URL, which both pages can read, or none any more. */
  | { readonly verb: 'replay'; readonly url: string | undefined };

export type Verb = Exclude<ServerCommand['verb'], 'behave'>;
