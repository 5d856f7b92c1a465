import type { Writable } from 'node:stream';
import * as ws from 'ws';

/** The part of `ws` that takes frames apart. It is exported, and its types leave it out. */
export interface WsReceiver extends Pick<Writable, 'write'> {
  on(event: 'message', listener: (data: Buffer, isBinary: boolean) => void): this;
  on(event: 'ping' | 'pong', listener: (data: Buffer) => void): this;
  on(event: 'conclude', listener: (code: number, reason: Buffer) => void): this;
  on(event: 'error', listener: (error: Error) => void): this;
}

interface WsPerMessageDeflate {
  accept(offers: readonly Record<string, never>[]): unknown;
  cleanup(): void;
}

interface WsParts {
  readonly Receiver: new (options: {
    isServer: boolean;
    maxPayload: number;
    extensions: Record<string, WsPerMessageDeflate>;
  }) => WsReceiver;
  readonly PerMessageDeflate: new (options: {
    isServer: boolean;
    maxPayload: number;
  }) => WsPerMessageDeflate;
}

const { Receiver, PerMessageDeflate } = ws as unknown as WsParts;

export interface WsReceiverOptions {
  readonly role: 'client' | 'server';
  /** In bytes. @default no limit */
  readonly maxMessageBytes?: number;
  readonly permessageDeflate?: boolean;
}

export function createWsReceiver(options: WsReceiverOptions): WsReceiver {
  const isServer = options.role === 'server';
  const maxPayload = options.maxMessageBytes ?? 0;
  const extensions: Record<string, WsPerMessageDeflate> = {};
  if (options.permessageDeflate) {
    const deflate = new PerMessageDeflate({ isServer, maxPayload });
    deflate.accept([{}]);
    extensions['permessage-deflate'] = deflate;
  }
  return new Receiver({ isServer, maxPayload, extensions });
}

/** What a receiver made of a stream, in a form that two receivers can be compared by. */
export interface Outcome {
  /** One line for each message, ping, pong or close, in order. */
  readonly events: readonly string[];
  /** The close code with which it refused the stream, if it did. */
  readonly refusedWith: number | undefined;
}

/** Feeds the chunks to a receiver of `ws`, and waits until it has read or refused them. */
export async function receiveWithWs(
  chunks: readonly Uint8Array[],
  options: WsReceiverOptions,
): Promise<Outcome> {
  const receiver = createWsReceiver(options);
  const events: string[] = [];
  let refusedWith: number | undefined;
  receiver.on('message', (data, isBinary) => {
    events.push(isBinary ? `binary ${data.toString('hex')}` : `text ${data.toString()}`);
  });
  receiver.on('ping', (data) => events.push(`ping ${data.toString('hex')}`));
  receiver.on('pong', (data) => events.push(`pong ${data.toString('hex')}`));
  receiver.on('conclude', (code, reason) => events.push(`close ${code} ${reason.toString()}`));
  // Each error reaches the write that it answers; without a listener it would be thrown as well.
  receiver.on('error', () => undefined);
  for (const chunk of chunks) {
    if (refusedWith !== undefined || events.at(-1)?.startsWith('close')) break;
    // A copy: it takes the mask off in place.
    const error = await new Promise<Error | null | undefined>((done) => {
      withoutStackTraces(() => receiver.write(Buffer.from(chunk), done));
    });
    if (error) refusedWith = statusCode(error);
  }
  return { events, refusedWith };
}

/** Most of what broken bytes cost `ws` is the stack trace of its error, which no one reads here. */
function withoutStackTraces(act: () => void): void {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    act();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function statusCode(error: Error): number {
  const key = Object.getOwnPropertySymbols(error).find((s) => s.description === 'status-code');
  return key ? Number(Reflect.get(error, key)) : NaN;
}
