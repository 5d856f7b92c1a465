import type { RecordedSocket, Recording } from '../../../src/protocol/har/recording.ts';

/**
 * A recording as the text of a HAR, with only what is read of it, and times that begin at 0. A part at a
 * time: a long one is not made in one task.
 */
export function* toHarParts({ sockets }: Recording): Generator<string> {
  yield '{"log":{"version":"1.2","entries":[';
  for (const [at, socket] of sockets.entries()) {
    yield `${at > 0 ? ',' : ''}\n${JSON.stringify(toEntry(socket)).slice(0, -1)},"_webSocketMessages":[`;
    for (const [n, { direction, atMs, kind, data, cutAt }] of socket.messages.entries()) {
      const message = {
        type: direction === 'in' ? 'receive' : 'send',
        time: toSeconds(socket, atMs),
        opcode: kind === 'text' ? 1 : 2,
        data,
        _cutAt: cutAt,
      };
      yield `${n > 0 ? ',' : ''}\n${JSON.stringify(message)}`;
    }
    yield ']}';
  }
  yield ']}}';
}

function toEntry(socket: RecordedSocket) {
  const { url, startedAtMs, answer, end } = socket;
  const { atMs, ...close } = end ?? {};
  return {
    startedDateTime: new Date(startedAtMs).toISOString(),
    time: answer.atMs,
    request: { url },
    response: {
      status: answer.status,
      ...(answer.protocol !== undefined && {
        headers: [{ name: 'Sec-WebSocket-Protocol', value: answer.protocol }],
      }),
    },
    timings: { wait: answer.atMs },
    ...(atMs !== undefined && { _webSocketClose: { time: toSeconds(socket, atMs), ...close } }),
  };
}

/** To a microsecond, as a page's clock is no finer. */
function toSeconds({ startedAtMs }: RecordedSocket, atMs: number): number {
  return Math.round((startedAtMs + atMs) * 1_000) / 1_000_000;
}
