import type { Batch, Messages, RecordedPlay, Run } from './channel.ts';
import { RowList, type Row } from './row-list.ts';
import type { SocketEvent } from './socket-event.ts';
import { updateSocket, type SocketView } from './socket-view.ts';
import { NO_STATUS, type Status } from './status.ts';

/** About as many as anyone scrolls through; the oldest go first. */
export const ROW_LIMIT = 100_000;
/** Of payload in all rows together: 128 MiB at two bytes a character. */
export const CHARACTER_LIMIT = 64 * 2 ** 20;
/** Ended sockets go first. */
export const SOCKET_LIMIT = 1_000;

/** All that the panel knows of the story on the page. */
export interface PanelState {
  readonly run?: Run;
  /** When the first event of the story was, as its events say. */
  readonly startedAt?: number;
  readonly rows: RowList;
  /** How many rows there were, with those that have gone. */
  readonly rowCount: number;
  /** How many events went unseen, or were dropped from the rows, to make room. */
  readonly goneCount: number;
  /** Oldest first. */
  readonly sockets: readonly SocketView[];
  /** How many sockets the story has made, with those that are no longer in `sockets`. */
  readonly socketCount: number;
  readonly status: Status;
  readonly recording: RecordedPlay;
}

export type Action =
  | { readonly type: 'run'; readonly run: Run }
  | { readonly type: 'events'; readonly batch: Batch }
  | { readonly type: 'status'; readonly run: number; readonly status: Status }
  | { readonly type: 'clear' }
  | ({ readonly type: 'recording' } & Messages['recording']);

export const INITIAL_STATE: PanelState = {
  rows: new RowList(),
  rowCount: 0,
  goneCount: 0,
  sockets: [],
  socketCount: 0,
  status: NO_STATUS,
  recording: { isOn: false, code: '' },
};

export function reduce(state: PanelState, action: Action): PanelState {
  switch (action.type) {
    case 'run':
      return { ...INITIAL_STATE, run: action.run };
    case 'status':
      return action.run === state.run?.id ? { ...state, status: action.status } : state;
    case 'events':
      return action.batch.run === state.run?.id ? take(state, action.batch) : state;
    case 'clear':
      return { ...state, rows: new RowList(), rowCount: 0, goneCount: 0 };
    case 'recording': {
      const { run, isOn, code } = action;
      return run === state.run?.id ? { ...state, recording: { isOn, code } } : state;
    }
  }
}

function take(state: PanelState, { events, gone }: Batch): PanelState {
  const sockets = new Map(state.sockets.map((socket) => [socket.id, socket]));
  const rows: Row[] = [];
  let { rowCount, socketCount } = state;
  const startedAt = state.startedAt ?? events[0]?.at ?? 0;
  for (const event of events) {
    if (event.type === 'made') {
      sockets.set(event.socketId, made(event));
      socketCount += 1;
    }
    const socket = sockets.get(event.socketId);
    if (socket) sockets.set(socket.id, updateSocket(socket, event));
    if (!isRow(event)) continue;
    const hasOpened = sockets.get(event.socketId)?.openedAt !== undefined;
    rows.push({ n: ++rowCount, event, sinceStartMs: event.at - startedAt, hasOpened });
  }
  forgetEnded(sockets);
  const all = rows.length > 0 ? state.rows.append(rows) : state.rows;
  const kept = all.keepNewest(ROW_LIMIT, CHARACTER_LIMIT);
  const goneCount = state.goneCount + gone + (all.length - kept.length);
  return {
    ...state,
    rows: kept,
    startedAt,
    rowCount,
    goneCount,
    sockets: [...sockets.values()],
    socketCount,
  };
}

function made(event: Extract<SocketEvent, { type: 'made' }>): SocketView {
  const { socketId: id, at: madeAt, url, protocols, transport, stack } = event;
  return {
    id,
    madeAt,
    url,
    protocols,
    transport,
    stack,
    state: 'connecting',
    edges: {},
    hasFailed: false,
  };
}

/** The other changes of state are told by an event of their own. */
function isRow(event: SocketEvent): boolean {
  return event.type !== 'state' || event.state === 'closing';
}

function forgetEnded(sockets: Map<number, SocketView>): void {
  let excess = sockets.size - SOCKET_LIMIT;
  for (const { id, state } of sockets.values()) {
    if (excess <= 0) return;
    if (state !== 'closed') continue;
    sockets.delete(id);
    excess -= 1;
  }
}
