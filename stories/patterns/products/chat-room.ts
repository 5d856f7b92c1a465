import type { Behaviour } from '../../../mocks/behaviours.ts';
import {
  acknowledges,
  type AcknowledgeOptions,
} from '../../../mocks/protocol-servers/acknowledges.ts';
import { NumberedLog } from '../../../mocks/protocol-servers/numbered-log.ts';
import { replaysFrom } from '../../../mocks/protocol-servers/replays-from.ts';

interface ChatRoomOptions extends Pick<AcknowledgeOptions, 'refuses'> {
  /** How many of the newest messages can still be asked for. @default all */
  readonly keeps?: number;
}

/** A chat: acknowledges each message, keeps it in its log, and replays the log from any position. */
export function chatRoom({ keeps, ...options }: ChatRoomOptions = {}) {
  const log = new NumberedLog(keeps);
  const inbox = acknowledges({ ...options, echo: 'never', log });
  const replay = replaysFrom(log);
  const behaviour: Behaviour = (server) => {
    const stops = [inbox(server), replay(server)];
    return () => {
      for (const stop of stops) stop();
    };
  };
  let others = 0;
  return Object.assign(behaviour, {
    log,
    kept: inbox.kept,
    /** Someone else says something. */
    say(by: string, body: string): void {
      log.add({ id: `other ${++others}`, by, body });
    },
  });
}
