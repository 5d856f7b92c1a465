import type { Behaviour } from '../../../mocks/behaviours.ts';
import {
  acknowledges,
  type AcknowledgeOptions,
} from '../../../mocks/protocol-servers/acknowledges.ts';
import { NumberedLog } from '../../../mocks/protocol-servers/numbered-log.ts';
import { replaysFrom } from '../../../mocks/protocol-servers/replays-from.ts';
import { tracksPresence } from '../../../mocks/protocol-servers/tracks-presence.ts';

interface ChatRoomOptions extends Pick<AcknowledgeOptions, 'refuses' | 'times'> {
  /** How many of the newest messages can still be asked for. @default all */
  readonly keeps?: number;
  /** Whether Mia is there, and answers each message of the user. @default false */
  readonly hasMia?: boolean;
}

/** A chat: acknowledges each message, keeps it in its log, replays that from any position, and knows who is there. */
export function chatRoom({ keeps, hasMia = false, ...options }: ChatRoomOptions = {}) {
  const log = new NumberedLog(keeps);
  const inbox = acknowledges({ ...options, echo: 'never', log });
  const replay = replaysFrom(log);
  const presence = tracksPresence({ devices: hasMia ? { phone: 'Mia' } : {} });
  const behaviour: Behaviour = (server) => {
    const stops = [inbox(server), replay(server), presence(server)];
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
    presence,
    /** Someone else says something. */
    say,
  });
}
