import { readJson } from './read-json.ts';
import type { Sequence } from './sequence.ts';

export interface ResumeOptions {
  /** Where the page is. It outlives every connection: keep it with the events that you show. */
  readonly sequence: Sequence;
  readonly send: (message: string) => void;
  /** Called once for each event, in order. @param wasMissed it was sent while there was no connection */
  readonly onEvent: (seq: number, body: unknown, wasMissed: boolean) => void;
  /** The server no longer has all that was missed. Drop what you show: event `oldest` comes next. */
  readonly onReload: (oldest: number) => void;
  /** Whether everything that was missed is here. */
  readonly onCaughtUp: (isCaughtUp: boolean) => void;
}

export interface Resume {
  /** There is a connection: asks for what came after the position, from 0 before the first event. */
  readonly opened: () => void;
  /** Takes a message of the server. Returns whether it was an event, or about events. */
  readonly heard: (data: unknown) => boolean;
}

/** Follows numbered events over one connection after the other, and asks for those that are missing. */
export function createResume(options: ResumeOptions): Resume {
  const { sequence, send, onEvent, onReload, onCaughtUp } = options;
  let isCatchingUp = false;

  function askForRest() {
    isCatchingUp = true;
    onCaughtUp(false);
    send(JSON.stringify({ type: 'resume', since: sequence.position() }));
  }

  function take(seq: number, body: unknown) {
    const place = sequence.take(seq);
    if (place === 'next') onEvent(seq, body, isCatchingUp);
    // Once: the events behind the gap come again with the rest.
    if (place === 'gap' && !isCatchingUp) askForRest();
  }

  function startAgain(oldest: number) {
    sequence.startAt(oldest - 1);
    onReload(oldest);
    askForRest();
  }

  return {
    opened: askForRest,
    heard(data) {
      const { type, seq, body, oldest } = readJson(data);
      if (type === 'event' && typeof seq === 'number') take(seq, body);
      else if (type === 'too-old' && typeof oldest === 'number') startAgain(oldest);
      else if (type === 'resumed') {
        isCatchingUp = false;
        onCaughtUp(true);
      } else return false;
      return true;
    },
  };
}
