import { expect, test } from 'vitest';
import { formatTime } from './format-time.ts';

test.each([
  [0, '0:00.0'],
  [99, '0:00.0'],
  [5_040, '0:05.0'],
  [59_999, '0:59.9'],
  [750_500, '12:30.5'],
  [3_600_000, '1:00:00.0'],
  [90_061_000, '25:01:01.0'],
])('%i ms', (ms, text) => {
  expect(formatTime(ms)).toBe(text);
});
