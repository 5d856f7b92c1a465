import type { LedgerEvent, MessageData } from '../../mocks/ledger.ts';

/** So many events of a run are kept: the beginning tells what happens. */
const LIMIT = 60;
const TEXT_LIMIT = 60;

/**
 * One event as a line: its milliseconds since the first, the number of its socket, what it is, and more
 * of that, for example `1200 2 > ping`.
 */
export type TraceLine = string;

/** What a run's sockets have done, short enough to be kept for each. */
export function toTrace(
  events: readonly (readonly [event: LedgerEvent, data: MessageData | undefined])[],
): readonly TraceLine[] {
  const startedAt = events[0]?.[0].at ?? 0;
  const sockets = [...new Set(events.map(([{ socketId }]) => socketId))];
  const lines = events.flatMap(([event, data]) => {
    const what = describe(event, data);
    if (what === undefined) return [];
    return `${Math.round(event.at - startedAt)} ${sockets.indexOf(event.socketId) + 1} ${what}`;
  });
  const excess = lines.length - LIMIT;
  return excess > 0 ? [...lines.slice(0, LIMIT), `… ${excess}`] : lines;
}

function describe(event: LedgerEvent, data?: MessageData): string | undefined {
  switch (event.type) {
    case 'created':
      return 'made';
    case 'open':
    case 'error':
    case 'discarded':
      return event.type;
    case 'state':
      return event.state === 'closing' ? 'closing' : undefined;
    case 'message': {
      const text = typeof data === 'string' ? data : `${event.bytes} bytes`;
      return `${event.direction === 'in' ? '<' : '>'} ${text.slice(0, TEXT_LIMIT)}`;
    }
    case 'close':
      return `${event.wasClean ? 'close' : 'lost'} ${event.code} ${event.reason}`;
  }
}
