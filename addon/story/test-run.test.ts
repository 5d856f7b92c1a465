import { afterEach, expect, test, vi } from 'vitest';
import { isTestRun, isTestRunner } from './test-run.ts';

afterEach(() => vi.unstubAllGlobals());

test.for([
  ['Mozilla/5.0 Chrome/159.0.0.0', false],
  // As the test runner writes it on each of its pages.
  ['Mozilla/5.0 Chrome/159.0.0.0 (StorybookTestRunner@0.24.5)', true],
] as const)('%s is the test runner: %s', ([userAgent, isRunner]) => {
  vi.stubGlobal('navigator', { userAgent });
  expect(isTestRunner()).toBe(isRunner);
});

test('a page of Vitest is a test run too', () => {
  vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 Chrome/159.0.0.0' });
  vi.stubGlobal('__vitest_browser__', true);
  expect(isTestRun()).toBe(true);
});
