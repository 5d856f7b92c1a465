/** 03 as it was first tried: what Next.js says of a socket in an effect in a server component. */
import { expect, test } from 'vitest';
import { captureAttempt, HOW_TO_RENEW } from '../../scripts/captures/next/capture.ts';
import capture from '../../stories/patterns/basics/server-component/capture.json' with { type: 'json' };

test('it does not build, and Next.js says why', async () => {
  const attempt = await captureAttempt();
  expect(attempt).toContain('`useEffect`');
  expect(attempt).toContain('"use client"');
  expect(attempt, HOW_TO_RENEW).toBe(capture.attempt);
});
