import type { LedgerEvent, LedgerSocket } from '../../../mocks/ledger.ts';

/** The payload of a message in a shape that Storybook's channel can carry. */
export type Content =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'binary'; readonly base64: string };

type Message = Extract<LedgerEvent, { type: 'message' }> & {
  /** Missing where it is a Blob that could not be read. */
  readonly content?: Content;
  /** How many bytes of it are in `content`, where it was too long to be carried whole. */
  readonly cutAt?: number;
};

type Made = Pick<LedgerEvent, 'socketId' | 'at'> & { readonly type: 'made' } & Pick<
    LedgerSocket,
    'url' | 'protocols' | 'transport' | 'stack'
  >;

/**
 * What the panel is told of a story's sockets: the ledger's events, with the payload of messages,
 * and the making of a socket as what can be carried of it.
 */
export type SocketEvent = Exclude<LedgerEvent, { type: 'created' | 'message' }> | Message | Made;

/** Characters that the payload of an event takes. */
export function contentLength(event: SocketEvent): number {
  if (event.type !== 'message' || !event.content) return 0;
  return event.content.kind === 'text' ? event.content.text.length : event.content.base64.length;
}
