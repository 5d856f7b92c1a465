import type { Entry, Har } from 'har-format';
import type { PanelState } from './reducer.ts';
import type { Row } from './row-list.ts';
import type { SocketView } from './socket-view.ts';

/** All that the panel holds of a story, as JSON. */
export function toJson({ run, sockets, rows, goneCount }: PanelState): string {
  const events = Array.from(rows, ({ event }) => event);
  return JSON.stringify({ story: run?.storyId, gone: goneCount, sockets, events }, undefined, 2);
}

/**
 * All sockets of a story as an HTTP Archive, http://www.softwareishard.com/blog/har-12-spec/, with
 * their messages in `_webSocketMessages`, where Chrome's network panel writes and reads them.
 */
export function toHar({ run, sockets, rows }: PanelState): string {
  const timeOrigin = run?.timeOrigin ?? 0;
  const messages = Map.groupBy(rows, ({ event }) => event.socketId);
  const entries = sockets.map((socket) =>
    toEntry(socket, messages.get(socket.id) ?? [], timeOrigin),
  );
  const creator = { name: 'Storybook socket panel', version: '1' };
  const har: Har = { log: { version: '1.2', creator, entries } };
  return JSON.stringify(har, undefined, 2);
}

function toEntry(socket: SocketView, rows: readonly Row[], timeOrigin: number): Entry {
  const { url, protocols, madeAt, openedAt, closedAt } = socket;
  const lastAt = closedAt ?? rows.at(-1)?.event.at ?? madeAt;
  const wait = (openedAt ?? lastAt) - madeAt;
  return {
    startedDateTime: new Date(timeOrigin + madeAt).toISOString(),
    time: lastAt - madeAt,
    request: {
      method: 'GET',
      url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: [
        { name: 'Upgrade', value: 'websocket' },
        { name: 'Connection', value: 'Upgrade' },
        { name: 'Sec-WebSocket-Version', value: '13' },
        ...protocols.slice(0, 1).map(() => ({
          name: 'Sec-WebSocket-Protocol',
          value: protocols.join(', '),
        })),
      ],
      queryString: toQuery(url),
      headersSize: -1,
      bodySize: 0,
    },
    response: {
      // A page is not told the status of a handshake that failed; HAR writes 0 for that.
      status: openedAt === undefined ? 0 : 101,
      statusText: openedAt === undefined ? '' : 'Switching Protocols',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: [],
      content: { size: 0, mimeType: 'x-unknown' },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: {
      blocked: -1,
      dns: -1,
      connect: -1,
      ssl: -1,
      send: 0,
      wait,
      receive: lastAt - madeAt - wait,
    },
    _resourceType: 'websocket',
    _webSocketMessages: rows.flatMap((row) => toMessage(row, timeOrigin)),
    ...toClose(socket, timeOrigin),
  };
}

/** Chrome does not write how a socket ended. The name is ours, as HAR allows behind a `_`. */
function toClose({ closing, closedAt = 0, hasFailed, edges }: SocketView, timeOrigin: number) {
  if (!closing) return {};
  const time = (timeOrigin + closedAt) / 1_000;
  // The page has closed it before it opened.
  const isGivenUp = edges['connecting → closing'] !== undefined;
  return { _webSocketClose: { time, ...closing, hasFailed, isGivenUp } };
}

function toQuery(url: string) {
  return Array.from(new URL(url).searchParams, ([name, value]) => ({ name, value }));
}

type WebSocketMessage = NonNullable<Entry['_webSocketMessages']>[number];

/**
 * As Chrome writes it beside HAR's own fields: the time in seconds since 1970, binary as base64. What was
 * not kept whole says how much of it there is, in characters or bytes, and how many bytes there were.
 */
function toMessage({ event }: Row, timeOrigin: number): WebSocketMessage[] {
  if (event.type !== 'message') return [];
  const { direction, at, content, bytes, cutAt } = event;
  // Without content it is a Blob that could not be read.
  const keptOf = content ? cutAt : 0;
  const isBinary = content?.kind !== 'text';
  const data = (isBinary ? content?.base64 : content.text) ?? '';
  return [
    {
      type: direction === 'out' ? 'send' : 'receive',
      time: (timeOrigin + at) / 1_000,
      // RFC 6455 §5.2: 1 is text, 2 is binary.
      opcode: isBinary ? 2 : 1,
      data,
      ...(keptOf !== undefined && { _cutAt: keptOf, _bytes: bytes }),
    },
  ];
}
