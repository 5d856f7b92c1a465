import type { Behaviour } from '../../../mocks/behaviours.ts';
import { repeat } from '../../../mocks/clock.ts';
import {
  sendsSnapshotAndDeltas,
  type Table,
} from '../../../mocks/protocol-servers/sends-snapshot-and-deltas.ts';
import { seeded } from '../../../src/protocol/testing/random.ts';

interface MarketOptions {
  /** @default 200 */
  readonly rows?: number;
  /** How many values change in a second. @default none */
  readonly perSecond?: number;
}

/** A table of prices that change at random, the same ones each time. */
export function market({ rows = 200, perSecond = 0 }: MarketOptions = {}): Behaviour & Table {
  const random = seeded(17);
  const names = Array.from({ length: rows }, (_, n) => `ITEM ${String(n + 1).padStart(3, '0')}`);
  const entries = Object.fromEntries(names.map((name) => [name, 50 + Math.floor(random() * 100)]));
  const table = sendsSnapshotAndDeltas({ entries });
  const change = () => {
    const name = names[Math.floor(random() * rows)] ?? '';
    table.set(name, Number(table.entries[name]) + Math.round((random() - 0.5) * 200) / 100);
  };
  const behaviour: Behaviour = (server) => {
    const stops = [table(server), repeat(perSecond, change)];
    return () => {
      for (const stop of stops) stop();
    };
  };
  return Object.assign(behaviour, {
    entries: table.entries,
    set: (...change: Parameters<Table['set']>) => table.set(...change),
  });
}
