import type { Content } from './socket-event.ts';

/** What a person makes the far end do. The verbs are those of `SocketServer`. */
export type Command =
  | { readonly verb: 'accept' | 'hold' | 'drop' | 'fail' | 'stall' | 'resume' }
  /** @param status HTTP status, 300 to 599 */
  | { readonly verb: 'refuse'; readonly status: number }
  | { readonly verb: 'send'; readonly content: Content }
  | { readonly verb: 'close'; readonly code?: number; readonly reason?: string }
  /** A named behaviour for the connections that come, or none. */
  | { readonly verb: 'behave'; readonly behaviour: string | undefined };

export type Verb = Exclude<Command['verb'], 'behave'>;
