import { usableArgs, type GivenArgs } from '../../story/read-server-args.ts';
import type { ServerArgs } from '../../story/server-args.ts';
import type { CloseDraft } from './draft.ts';

/** The Controls of a story that the panel shows and moves too. */
export type Controls = Pick<
  ServerArgs,
  'latencyMs' | 'messagesPerSecond' | 'closeCode' | 'closeReason'
>;

/** What the Controls say, without nonsense: a story or an address may say anything. */
export const readControls = (args: GivenArgs): Partial<Controls> => usableArgs(args);

/** What the user has typed, and what the Control said then: once that says something else, it counts. */
interface Typed {
  readonly text: string;
  readonly over: string;
}

export type TypedClose = { readonly [Field in keyof CloseDraft]?: Typed };

/** What a close carries: what the user is typing, or else what the Controls say. */
export function readClose(args: Partial<Controls>, typed: TypedClose): CloseDraft {
  const { code, reason } = fromControls(args);
  return { code: newest(code, typed.code), reason: newest(reason, typed.reason) };
}

/** Adds what the user has typed into one of the fields. */
export function typeClose(
  args: Partial<Controls>,
  typed: TypedClose,
  field: keyof CloseDraft,
  text: string,
): TypedClose {
  return { ...typed, [field]: { text, over: fromControls(args)[field] } };
}

function fromControls({ closeCode = '', closeReason = '' }: Partial<Controls>): CloseDraft {
  return { code: closeCode === 'none' ? '' : String(closeCode), reason: closeReason };
}

function newest(said: string, typed: Typed | undefined): string {
  return typed?.over === said ? typed.text : said;
}
