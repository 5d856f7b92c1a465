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

// As webpack 5.113 has them, in `storybook dev` and built.
test.for([
  [
    'a component',
    'Leaving.useEffect (webpack-internal:///./src/lab/Leaves.stories.tsx:23:28)',
    true,
  ],
  ['a component, built', 'eval (webpack-internal:///./src/lab/Leaves.stories.tsx:10:5)', true],
  ['a package', 'http://127.0.0.1:45703/lab-Leaves-stories.iframe.bundle.js:125:26', false],
  [
    'a package, built',
    'http://127.0.0.1:34193/lab-Leaves-stories.93211d80.iframe.bundle.js:1:4860',
    false,
  ],
  [
    'React',
    'react_stack_bottom_frame (http://127.0.0.1:45703/vendors-node_modules_storybook_react-dom-shim_dist_react-18_js.iframe.bundle.js:28737:20)',
    false,
  ],
  [
    'a tool',
    'Document (webpack-internal:///./node_modules/@testing-library/user-event/dist/esm/index.js:9:1)',
    false,
  ],
] as const)('by webpack, the code of %s', ([, line, isOfProject]) => {
  expect(isOwn(`    at ${line}`)).toBe(isOfProject);
});

test('the folders that the project names', () => {
  const folders = ['app/widgets', 'stories'];
  expect(isOwn('/home/me/project/app/widgets/Ticker.tsx', folders)).toBe(true);
  expect(isOwn('/home/me/project/app/theme.ts', folders)).toBe(false);
  expect(isOwn('/home/me/project/src/Ticker.tsx', folders)).toBe(false);
});
