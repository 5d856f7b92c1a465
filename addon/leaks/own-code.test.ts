import { expect, test } from 'vitest';
import { isOwn } from './own-code.ts';

const REACT = 'at run (http://localhost/node_modules/react-dom/client.js:1:1)';

test.for([
  ['a component', ['at effect (http://localhost/src/Ticker.tsx:8:5)', REACT], true],
  ['a tool', ['at poll (http://localhost/sb-preview/runtime.js:2:2)', REACT], false],
  ['a package', ['at now (http://localhost/node_modules/lab/src/clock.ts:3:3)', REACT], false],
] as const)('the code of %s', ([, lines, isOfProject]) => {
  expect(isOwn(['Error', ...lines].join('\n'))).toBe(isOfProject);
});

test('the folders that the project names', () => {
  const folders = ['app/widgets', 'stories'];
  expect(isOwn('/home/me/project/app/widgets/Ticker.tsx', folders)).toBe(true);
  expect(isOwn('/home/me/project/app/theme.ts', folders)).toBe(false);
  expect(isOwn('/home/me/project/src/Ticker.tsx', folders)).toBe(false);
});
