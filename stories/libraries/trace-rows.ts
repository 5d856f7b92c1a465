import { RowList, type Row } from '../../addon/panel/model/row-list.ts';
import type { SocketEvent } from '../../addon/panel/model/socket-event.ts';
import type { TraceLine } from './trace.ts';

/** The rows of the panel's sequence diagram, from what is kept of a run. */
export function toRows(trace: readonly TraceLine[]): RowList {
  const opened = new Set<number>();
  const rows: Row[] = [];
  for (const line of trace) {
    const event = parse(line);
    if (!event) continue;
    if (event.type === 'open') opened.add(event.socketId);
    const hasOpened = opened.has(event.socketId);
    rows.push({ n: rows.length + 1, event, sinceStartMs: event.at, hasOpened });
  }
  return new RowList().append(rows);
}

/** How many events of the run are not in its trace. */
export function leftOut(trace: readonly TraceLine[]): number {
  return Number(/^… (\d+)$/.exec(trace.at(-1) ?? '')?.[1] ?? 0);
}

function parse(line: TraceLine): SocketEvent | undefined {
  const [, at, socketId, type, rest = ''] = /^(\d+) (\d+) (\S+) ?(.*)$/s.exec(line) ?? [];
  const base = { at: Number(at), socketId: Number(socketId) };
  switch (type) {
    case 'made':
      return { ...base, type, url: '', protocols: [], transport: 'simulated', stack: '' };
    case 'open':
    case 'error':
    case 'discarded':
      return { ...base, type };
    case 'closing':
      return { ...base, type: 'state', state: 'closing' };
    case '<':
    case '>': {
      const direction = type === '<' ? 'in' : 'out';
      const content = { kind: 'text', text: rest } as const;
      return { ...base, type: 'message', direction, bytes: rest.length, content };
    }
    case 'close':
    case 'lost': {
      const [code = '', ...reason] = rest.split(' ');
      return {
        ...base,
        type: 'close',
        code: Number(code),
        reason: reason.join(' '),
        wasClean: type === 'close',
      };
    }
    default:
      return undefined;
  }
}
