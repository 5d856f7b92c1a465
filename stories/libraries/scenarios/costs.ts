/** What a library costs: measured in a production build, and not by a scenario. */
import type { Cell } from '../results.ts';
import { judge, type Row } from './scenario.ts';

export const flood: Row = {
  id: 'flood',
  title: '10,000 messages in one piece',
  about:
    'A real server sends 10,000 messages at once to a production build. Measured: the time of the main thread, beside a handler that counts and does nothing else.',
  rule: 'good up to four times its time, in part up to ten times, bad beyond',
  group: 'cost',
};

export const bytes: Row = {
  id: 'bytes',
  title: 'Bytes in the bundle',
  about:
    'The adapter with its library, without React, minified and compressed by Brotli. A library with a protocol of its own does more for them.',
  rule: 'not judged',
  group: 'cost',
};

export const COSTS: readonly Row[] = [flood, bytes];

/** @param countingMs of the handler that only counts, in the same rounds */
export function floodCell(ms: number, countingMs: number): Cell {
  const ratio = ms / countingMs;
  return {
    verdict: judge(ratio, 4, 10),
    says: `${ratio.toFixed(1)} ×`,
    figures: { mainThreadMs: round(ms), countingMs: round(countingMs), ratio: round(ratio) },
    trace: [],
  };
}

export function bytesCell(count: number): Cell {
  return {
    verdict: 'figure',
    says: `${(count / 1_000).toFixed(1)} kB`,
    figures: { bytes: count },
    trace: [],
  };
}

const round = (value: number) => Math.round(value * 10) / 10;
