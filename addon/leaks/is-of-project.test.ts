import { expect, test } from 'vitest';
import { isOfProject } from './is-of-project.ts';

const REACT = 'at run (http://localhost/node_modules/react-dom/client.js:1:1)';

test.for([
  ['a component', ['at effect (http://localhost/src/Ticker.tsx:8:5)', REACT], true],
  ['a tool', ['at poll (http://localhost/sb-preview/runtime.js:2:2)', REACT], false],
  ['a package', ['at now (http://localhost/node_modules/lab/src/clock.ts:3:3)', REACT], false],
] as const)('of %s', ([, lines, isOf]) => {
  expect(isOfProject(['Error', ...lines].join('\n'))).toBe(isOf);
});
