/** HARs for tests, as Chrome writes them: times in seconds since 1970, and fields that nothing here reads. */
const START = 1_700_000_000;

interface Options {
  readonly url?: string;
  readonly startMs?: number;
  readonly status?: number;
  readonly wait?: number;
  readonly close?: Readonly<Record<string, unknown>>;
  readonly headers?: readonly { readonly name: string; readonly value: string }[];
}

type Message = readonly [
  type: 'send' | 'receive' | 'error',
  atMs: number,
  data: string,
  opcode?: number,
  cutAt?: number,
];

/** @param atMs since the first socket of the HAR */
export const timeOf = (atMs: number) => START + atMs / 1_000;

/** An entry of a WebSocket; times of messages in milliseconds since the start of the HAR. */
export function socketEntry(messages: readonly Message[], options: Options = {}) {
  const { url = 'wss://example.test/chat', startMs = 0, status = 101, wait = 0 } = options;
  return {
    _resourceType: 'websocket',
    startedDateTime: new Date(timeOf(startMs) * 1_000).toISOString(),
    time: wait,
    request: { method: 'GET', url, headers: [] },
    response: { status, statusText: '', headers: options.headers ?? [] },
    timings: { blocked: -1, wait },
    _webSocketMessages: messages.map(([type, atMs, data, opcode = 1, _cutAt]) => ({
      type,
      time: timeOf(atMs),
      opcode,
      data,
      _cutAt,
    })),
    _webSocketClose: options.close,
  };
}

export const httpEntry = { request: { method: 'GET', url: 'https://example.test/' }, time: 'soon' };

export const harOf = (...entries: readonly unknown[]) => ({ log: { version: '1.2', entries } });

/** As the panel says how a socket ended. */
export const closeAt = (
  atMs: number,
  code: number,
  { reason = '', wasClean = true, hasFailed = false, isGivenUp = false } = {},
) => ({ time: timeOf(atMs), code, reason, wasClean, hasFailed, isGivenUp });
