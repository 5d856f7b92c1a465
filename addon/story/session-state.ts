/** What a session is given, and what is seen of it. */
import type { Behaviour } from '../../mocks/behaviours.ts';
import type { InstrumentSettings } from './instruments.ts';
import type { ServerPlace } from './open-server.ts';
import type { ServerArgs } from './server-args.ts';

/** What the stage shows of a session. */
export interface SessionState {
  /** Whether the pattern may be on the page at all; Controls can take it off besides. */
  readonly isOnStage: boolean;
  /** Whether the pattern is on the page, its effects done or undone. */
  readonly isMounted: boolean;
  /** What the server could not do, as sentences. */
  readonly problems: readonly string[];
}

export interface SessionOptions extends ServerPlace, InstrumentSettings {
  /** What the server does by itself. @default it accepts, and says nothing */
  readonly behaviour?: Behaviour | undefined;
  /** Shows in the Controls what has become of the connection. @default no one does */
  readonly onFollow?: ((args: Partial<ServerArgs>) => void) | undefined;
}
