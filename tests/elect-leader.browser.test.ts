/** In a browser: Node has Web Locks too, and grants some of them in another order. */
import { afterEach, expect, test, vi } from 'vitest';
import { electLeader, type Election } from '../src/connection/elect-leader.ts';

let log: string[] = [];
let elections: Election[] = [];
let name = '';

afterEach(() => {
  for (const { leave } of elections) leave();
  elections = [];
  log = [];
  name = crypto.randomUUID();
});

function join(tab: string): Election {
  const election = electLeader(name, () => {
    log.push(`${tab} leads`);
    return () => log.push(`${tab} no longer`);
  });
  elections.push(election);
  return election;
}
const until = (expected: readonly string[]) => vi.waitFor(() => expect(log).toEqual(expected));
/** Resolves when what was asked of the locks before has happened. */
const settled = () => navigator.locks.query();

test('one leads, and the next one when it leaves', async () => {
  const first = join('A');
  join('B');
  await until(['A leads']);
  await settled();
  expect(log).toEqual(['A leads']);
  first.leave();
  await until(['A leads', 'A no longer', 'B leads']);
});

test('who leaves while it waits is never elected', async () => {
  const first = join('A');
  const second = join('B');
  join('C');
  await until(['A leads']);
  second.leave();
  first.leave();
  await until(['A leads', 'A no longer', 'C leads']);
});

test('who leaves at once is never elected', async () => {
  join('A').leave();
  join('B');
  await until(['B leads']);
});

test('the lead can be stolen, and comes back when the thief leaves', async () => {
  join('A');
  const second = join('B');
  await until(['A leads']);
  second.steal();
  await vi.waitFor(() =>
    expect(log.toSorted()).toEqual(['A leads', 'A no longer', 'B leads'].toSorted()),
  );
  log = [];
  second.leave();
  await until(['B no longer', 'A leads']);
});

test('who leaves after it was robbed is not elected again', async () => {
  const first = join('A');
  const second = join('B');
  await until(['A leads']);
  second.steal();
  await vi.waitFor(() => expect(log).toContain('A no longer'));
  log = [];
  first.leave();
  second.leave();
  await until(['B no longer']);
  await settled();
  expect(log).toEqual(['B no longer']);
  await vi.waitFor(async () => {
    const { held, pending } = await navigator.locks.query();
    expect([held, pending].flat().filter((lock) => lock?.name === name)).toEqual([]);
  });
});

/** Who waits for the lock, or is to be given it. */
const pending = async () =>
  ((await navigator.locks.query()).pending ?? []).filter((lock) => lock.name === name);

test('who leaves as it steals does not lead', async () => {
  join('A');
  const second = join('B');
  await until(['A leads']);
  second.steal();
  second.leave();
  await until(['A leads', 'A no longer', 'A leads']);
});

test('who leaves waits for the lead no longer', async () => {
  join('A');
  const second = join('B');
  await until(['A leads']);
  expect(await pending()).toHaveLength(1);
  second.leave();
  await vi.waitFor(async () => expect(await pending()).toEqual([]));
});

test('who leaves as it is robbed does not wait for the lead again', async () => {
  const first = join('A');
  const second = join('B');
  await until(['A leads']);
  second.steal();
  first.leave();
  await vi.waitFor(() => expect(log).toContain('B leads'));
  await settled();
  expect(await pending()).toEqual([]);
});

test('a thief waits in one place', async () => {
  join('A');
  const second = join('B');
  await until(['A leads']);
  second.steal();
  await vi.waitFor(() => expect(log).toContain('A no longer'));
  await settled();
  // A alone: what B had waited for, it has.
  expect(await pending()).toHaveLength(1);
});
