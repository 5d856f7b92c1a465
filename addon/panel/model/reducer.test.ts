import { describe, expect, test } from 'vitest';
import { CHARACTER_LIMIT, reduce, ROW_LIMIT, SOCKET_LIMIT, type PanelState } from './reducer.ts';
import type { SocketEvent } from './socket-event.ts';
import { batch, closed, failed, made, opened, RUN, stateAfter, text } from './testing.ts';

const take = (state: PanelState, events: readonly SocketEvent[], gone = 0) =>
  reduce(state, { type: 'events', batch: batch(events, gone) });

describe('the panel’s reducer', () => {
  test('makes a row of each event, and counts all time from the first', () => {
    const state = stateAfter([
      made(1, 100),
      ...opened(1, 150),
      text(1, 400, 'in', 'hello'),
      ...closed(1, 500, 1001),
    ]);
    const rows = Array.from(state.rows, ({ n, event, sinceStartMs }) => [
      n,
      event.type,
      sinceStartMs,
    ]);
    expect(rows).toEqual([
      [1, 'made', 0],
      [2, 'open', 50],
      [3, 'message', 300],
      [4, 'state', 400],
      [5, 'close', 401],
    ]);
  });

  test('follows each socket through its states, and counts the ways that it took', () => {
    const { sockets } = stateAfter([
      made(1, 0),
      ...opened(1, 1),
      made(2, 2),
      ...failed(2, 3),
      ...closed(1, 4, 1000, 'bye'),
    ]);
    expect(sockets).toMatchObject([
      {
        state: 'closed',
        edges: { 'connecting → open': 1, 'open → closing': 1, 'closing → closed': 1 },
        closing: { code: 1000, reason: 'bye', wasClean: true },
        hasFailed: false,
      },
      { state: 'closed', edges: { 'connecting → closed': 1 }, hasFailed: true },
    ]);
  });

  test('holds 100,000 rows, drops the oldest, and says how many', () => {
    let state = stateAfter([made(1, 0), ...opened(1, 0)]);
    const thousand = Array.from({ length: 1_000 }, (_, at) => text(1, at, 'in', 'm'));
    for (let count = 0; count < 150; count++) state = take(state, thousand, 1);
    expect(state.rowCount).toBe(150_002);
    expect(state.rows.length).toBeLessThanOrEqual(ROW_LIMIT);
    expect(state.rows.length).toBeGreaterThan(ROW_LIMIT - 1_001);
    expect(state.rows.length + state.goneCount).toBe(150_002 + 150);
    expect(state.rows.at(state.rows.length - 1)?.n).toBe(150_002);
    expect(state.rows.indexOf(150_002)).toBe(state.rows.length - 1);
    expect(state.rows.indexOf(1)).toBe(-1);
  });

  test('drops the oldest rows also when their contents are too much to hold', () => {
    let state = stateAfter([made(1, 0), ...opened(1, 0)]);
    const large = 'x'.repeat(CHARACTER_LIMIT / 64);
    for (let count = 0; count < 64; count++) {
      const small = Array.from({ length: 999 }, () => text(1, 1, 'in', ''));
      state = take(state, [text(1, 1, 'in', large), ...small]);
    }
    const before = state.goneCount;
    state = take(state, [text(1, 2, 'in', large)]);
    expect(state.goneCount).toBeGreaterThan(before);
  });

  test('forgets sockets that have ended, never one that has not', () => {
    const ended = Array.from({ length: 3_000 }, (_, index) => [
      made(index + 2, index),
      ...failed(index + 2, index),
    ]);
    const state = stateAfter([made(1, 0), ...ended.flat()]);
    expect(state.sockets).toHaveLength(SOCKET_LIMIT);
    expect(state.sockets[0]?.id).toBe(1);
    expect(state.socketCount).toBe(3_001);
  });

  test('begins again with each run, and ignores what an earlier one says late', () => {
    const before = stateAfter([made(1, 0), text(1, 1, 'out', 'old')]);
    const state = reduce(before, { type: 'run', run: { ...RUN, id: 2, storyId: 'another' } });
    expect(state.rows).toHaveLength(0);
    expect(state.sockets).toEqual([]);
    expect(take(state, [made(1, 2)])).toBe(state);
  });
});
