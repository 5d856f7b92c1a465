import { expect, test } from 'vitest';
import { isOfTool } from './tools.ts';

const VITEST_DEPS = 'http://localhost:63315/node_modules/.vite/vitest/ef98362b8a6b/deps';
const WEBPACK = 'webpack-internal:///.';

test.for([
  ['Storybook itself', 'http://localhost:6006/sb-preview/runtime.js:9:1', true],
  ['its test package', `${VITEST_DEPS}/test-D0JmwgII.js?v=1:15552:9`, true],
  ['its preview', `${VITEST_DEPS}/preview-api-BIWqYOqw.js?v=1:2:3`, true],
  ['what a story mounts with', `${VITEST_DEPS}/csf-Dgejkre5.js?v=1:12665:30`, true],
  ['Testing Library', `${VITEST_DEPS}/@testing-library_dom.js?v=1:2:3`, true],
  ['Testing Library, where others share it', `${VITEST_DEPS}/dom.esm-C1qtDrp3.js?v=1:2:3`, true],
  ['axe', `${VITEST_DEPS}/axe-ngyhJLWJ.js?v=1:47906:6`, true],
  ['Storybook, built', 'https://lab.test/assets/storybook-tools-B.js:1:2', true],
  ['axe, built', 'https://lab.test/assets/storybook-tools~axe-BcAZMfxt.js:1:2', true],
  [
    'Testing Library, by webpack',
    `${WEBPACK}/node_modules/@testing-library/dom/dist/x.js:1:2`,
    true,
  ],
  ['Vitest', 'http://localhost:63315/__vitest_browser__/tester.js:1:2', true],
  ['a component', 'http://localhost:6006/src/Ticker.tsx:8:5', false],
  ['a component, built', 'https://lab.test/assets/src/Ticker-x.js:8:5', false],
  ['a story', 'http://localhost:6006/stories/Ticker.stories.tsx:8:5', false],
  ['a component, by webpack', `${WEBPACK}/src/lab/Leaves.stories.tsx:17:5`, false],
  ['a library, built', 'https://lab.test/assets/packages~Leaves.stories-D-Kkl7fX.js:1:2', false],
  ['a library', `${VITEST_DEPS}/react-use-websocket.js?v=1:2:3`, false],
  ['a project named after a tool', 'http://localhost:6006/repo/vitest-test/src/Axe.tsx:8:5', false],
] as const)('%s', ([, file, isTool]) => {
  expect(isOfTool(`    at call (${file})`)).toBe(isTool);
});
