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
  /** Whether Mia answers each message of the user. @default false */
  readonly hasMia?: boolean;
}

/** A chat: acknowledges each message, keeps it in its log, and replays the log from any position. */
export function chatRoom({ keeps, hasMia = false, ...options }: ChatRoomOptions = {}) {
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
  const say = (by: string, body: string) => {
    log.add({ id: `other ${++others}`, by, body });
  };
  if (hasMia) {
    log.onAdd(({ body: said }) => {
      const { by, body } = said as { by?: string; body: unknown };
      if (by === undefined) say('Mia', `“${String(body)}”? Now cut the cable, and say it again.`);
    });
  }
  return Object.assign(behaviour, {
    log,
    kept: inbox.kept,
    /** Someone else says something. */
    say,
  });
}
