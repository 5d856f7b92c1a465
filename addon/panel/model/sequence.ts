import { describeCloseCode } from '../../../src/protocol/close-code.ts';
import { contentOf } from './describe.ts';
import type { Row, RowList } from './row-list.ts';
import type { SocketEvent } from './socket-event.ts';

/** How an arrow ends: at the other side, nowhere, or where it is turned away. */
export type Fate = 'arrived' | 'lost' | 'refused';

/** One arrow between the page and the server; a note at the page where there is no `to`. */
export interface Arrow {
  readonly key: string;
  readonly row: Row;
  readonly to?: 'page' | 'server';
  readonly label: string;
  readonly fate: Fate;
}

/** Rows that are drawn: the newest. */
export const DRAWN_ROWS = 200;
const LABEL_CHARACTERS = 80;

/** The newest rows as arrows, from what the page's socket has seen. */
export function toArrows(rows: RowList): readonly Arrow[] {
  const arrows: Arrow[] = [];
  for (let index = Math.max(0, rows.length - DRAWN_ROWS); index < rows.length; index++) {
    const row = rows.at(index);
    if (!row) continue;
    const drawn = draw(row.event, row.hasOpened);
    arrows.push(...drawn.map((arrow, part) => ({ ...arrow, row, key: `${row.n}.${part}` })));
  }
  return arrows;
}

type Drawn = Omit<Arrow, 'key' | 'row'>;

function draw(event: SocketEvent, isOpen: boolean): Drawn[] {
  switch (event.type) {
    case 'made':
      return [{ to: 'server', label: 'GET, Upgrade: websocket', fate: 'arrived' }];
    case 'open':
      return [{ to: 'page', label: '101 Switching Protocols', fate: 'arrived' }];
    case 'message': {
      const label = contentOf(event).slice(0, LABEL_CHARACTERS);
      return [{ to: event.direction === 'in' ? 'page' : 'server', label, fate: 'arrived' }];
    }
    case 'state':
      return [{ label: 'CLOSING', fate: 'arrived' }];
    case 'discarded':
      return [{ label: 'send, after the end', fate: 'lost' }];
    case 'error':
      return [{ label: 'error', fate: 'lost' }];
    case 'close':
      return drawClose(event, isOpen);
  }
}

function drawClose(event: Extract<SocketEvent, { type: 'close' }>, isOpen: boolean): Drawn[] {
  const { code, reason, wasClean } = event;
  const words = `${code} ${describeCloseCode(code).name}${reason && `: ${reason}`}`;
  if (!isOpen) return [{ to: 'page', label: `no connection, ${words}`, fate: 'refused' }];
  if (!wasClean) return [{ to: 'page', label: `connection lost, ${words}`, fate: 'lost' }];
  // Which of the two came first is not among what a page can see.
  return [
    { to: 'page', label: `Close ${words}`, fate: 'arrived' },
    { to: 'server', label: `Close ${words}`, fate: 'arrived' },
  ];
}
