import { createTokenBucket, type TokenBucketOptions } from './token-bucket.ts';

export interface Traffic {
  /** How many tokens are left. */
  readonly tokens: number;
  /** How many commands wait for theirs. */
  readonly waiting: number;
  /** How many messages have been sent. */
  readonly sent: number;
}

export interface PacedSenderOptions extends TokenBucketOptions {
  /** Sends where the socket is open. Returns whether it was. */
  readonly send: (message: string) => boolean;
  readonly onChange: (traffic: Traffic) => void;
  /** How many commands may wait. @default 100 */
  readonly limit?: number | undefined;
}

export interface PacedSender {
  /** Only the newest position counts. */
  readonly move: (position: number) => void;
  /** Each command counts, and goes before a position. Returns whether there was room for it. */
  readonly command: (text: string) => boolean;
  /** Whether there is a socket to send on. */
  readonly setOpen: (isOpen: boolean) => void;
  readonly stop: () => void;
}

/** Sends commands and positions as a token bucket allows: the server counts messages, not what is in them. */
export function createPacedSender(options: PacedSenderOptions): PacedSender {
  const { send, onChange, limit = 100 } = options;
  const bucket = createTokenBucket(options);
  const commands: string[] = [];
  let position: number | undefined;
  let isOpen = false;
  let sent = 0;
  let timer: ReturnType<typeof setTimeout>;

  const isAnyLeft = () => isOpen && (commands.length > 0 || position !== undefined);

  /** What goes next, commands first. */
  function sendNext(): boolean {
    const [text] = commands;
    const message = text === undefined ? { type: 'move', position } : { type: 'command', text };
    // A socket that is closing takes nothing: what is left waits for the next one.
    isOpen = send(JSON.stringify(message));
    if (!isOpen) return false;
    if (text === undefined) position = undefined;
    else commands.shift();
    sent += 1;
    return true;
  }

  function pump() {
    clearTimeout(timer);
    while (isAnyLeft() && bucket.take() && sendNext());
    if (isAnyLeft()) timer = setTimeout(pump, bucket.waitMs());
    onChange({ tokens: bucket.count(), waiting: commands.length, sent });
  }

  return {
    move(newest) {
      position = newest;
      pump();
    },
    command(text) {
      if (commands.length >= limit) return false;
      commands.push(text);
      pump();
      return true;
    },
    setOpen(next) {
      isOpen = next;
      pump();
    },
    stop: () => clearTimeout(timer),
  };
}
