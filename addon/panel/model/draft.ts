import { toBase64 } from '../../../src/protocol/base64.ts';
import { parseHex } from '../../../src/protocol/hex.ts';
import { readCloseCode } from '../../story/typed-close-code.ts';
import type { ServerCommand, Verb } from './command.ts';
import type { Content } from './socket-event.ts';

export { MESSAGE_LIMIT_CHARACTERS } from '../../story/server-args.ts';

/** What the user has filled in for the verbs that take something. */
export interface Draft {
  readonly status: number;
  readonly kind: 'text' | 'json' | 'binary';
  /** Text, JSON, or bytes in hex. */
  readonly message: string;
}

/** What a close carries, as typed: an empty code is a close without one. It is among the Controls too. */
export interface CloseDraft {
  readonly code: string;
  readonly reason: string;
}

export const DEFAULT_DRAFT: Draft = {
  status: 503,
  kind: 'text',
  message: 'Hello from the server',
};

/** @throws {SyntaxError | DOMException} when the message or the close code is not what it is said to be */
export function toCommand(verb: Verb, draft: Draft & CloseDraft): ServerCommand {
  switch (verb) {
    case 'refuse':
      return { verb, status: draft.status };
    case 'send':
      return { verb, content: toContent(draft) };
    case 'close': {
      const { reason } = draft;
      const code = readCloseCode(draft.code);
      if (code === undefined) return { verb };
      return reason === '' ? { verb, code } : { verb, code, reason };
    }
    default:
      return { verb };
  }
}

function toContent({ kind, message }: Draft): Content {
  if (kind === 'binary') return { kind: 'binary', base64: toBase64(readHex(message)) };
  if (kind === 'json') checkJson(message);
  return { kind: 'text', text: message };
}

function checkJson(text: string): void {
  try {
    JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new SyntaxError(`This is not JSON: ${why}. Fix it, or send it as text.`);
  }
}

function readHex(text: string): Uint8Array {
  const bytes = parseHex(text);
  if (typeof bytes === 'string') throw new SyntaxError(bytes);
  return bytes;
}
