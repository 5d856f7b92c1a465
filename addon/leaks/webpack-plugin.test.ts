import { expect, test } from 'vitest';
import { namedModules } from './webpack-plugin.ts';

test.for([
  ['/home/me/app/src/Ticker.tsx', true],
  [String.raw`C:\me\app\src\Ticker.tsx`, true],
  ['/home/me/app/lib/a.b/Ticker.tsx', true],
  ['/home/me/app/lib/aXb/Ticker.tsx', false],
  ['/home/me/app/.storybook/preview.ts', false],
  ['/home/me/app/node_modules/left-clock/src/index.js', false],
  ['/home/me/app/node_modules/@testing-library/dom/dist/index.js', true],
] as const)('%s has its own name in a stack: %s', ([file, isNamed]) => {
  expect(namedModules(['src', 'lib/a.b']).test(file)).toBe(isNamed);
});
