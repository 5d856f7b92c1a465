import { expect, test } from 'vitest';
import { Settlement } from './settlement.ts';

test('tells those who came before, once, and those who come later at once', () => {
  const told: string[] = [];
  const end = new Settlement<number>();
  end.add((value) => told.push(`before ${value}`));
  const undo = end.add((value) => told.push(`removed ${value}`));
  undo();
  expect(end.isSettled).toBe(false);
  end.settle(1);
  end.settle(2);
  end.add((value) => told.push(`later ${value}`));
  expect(told).toEqual(['before 1', 'later 1']);
  expect(end.isSettled).toBe(true);
});
