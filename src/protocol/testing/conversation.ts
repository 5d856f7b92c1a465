/** A conversation between Chromium and a `ws` server, as its bytes passed a proxy between them. */
export interface Conversation {
  readonly name: string;
  /** What each side sent, from the first byte of the handshake on, in base64. */
  readonly bytes: { readonly client: string; readonly server: string };
  /** What each side says that it sent, in order. */
  readonly sent: { readonly client: readonly Sent[]; readonly server: readonly Sent[] };
}

export type Sent =
  /** A text that says `data` so many times. */
  | { readonly type: 'text'; readonly data: string; readonly times: number }
  /** `data` is base64. */
  | { readonly type: 'binary' | 'ping' | 'pong'; readonly data: string }
  | { readonly type: 'close'; readonly code: number; readonly reason: string };

export interface Capture {
  /** The browser and the server, with their versions. */
  readonly madeBy: string;
  readonly conversations: readonly Conversation[];
}
