import { afterEach, expect, test, vi } from 'vitest';
import { electLeader, type Election } from './elect-leader.ts';

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
