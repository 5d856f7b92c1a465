import boundaries from 'eslint-plugin-boundaries';
import reactHooks from 'eslint-plugin-react-hooks';
import storybook from 'eslint-plugin-storybook';
import testingLibrary from 'eslint-plugin-testing-library';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * The rooms, and which rooms each may import from: a chain, down which all imports go. A room may
 * always import from itself. The first that a file is in counts.
 */
const ROOMS = {
  'src/protocol': [],
  'src/connection': ['src/protocol'],
  'src/components': ['src/connection'],
  'src/patterns': ['src/connection', 'src/components'],
  'src/pitfalls': ['src/connection', 'src/components'],
  mocks: ['src/protocol'],
  'addon/leaks': ['mocks'],
  'addon/story': ['addon/leaks', 'mocks', 'src/protocol'],
  'addon/panel/model': ['addon/story', 'addon/leaks', 'mocks', 'src/protocol'],
  'addon/panel/views': ['addon/panel/model', 'src/protocol', 'src/components'],
  'addon/panel/manager': ['addon/panel/model', 'addon/panel/views', 'src/protocol'],
  'addon/panel/preview': [
    'addon/panel/model',
    'addon/story',
    'addon/leaks',
    'mocks',
    'src/protocol',
  ],
  'addon/toolbar': ['addon/story', 'mocks'],
  addon: ['addon/*', 'mocks'],
  // Its addon it imports by the package's name, as anyone does.
  '.storybook': ['addon', 'mocks', 'scripts'],
  stories: ['src/*', 'mocks', 'addon/*', '.storybook', 'examples/*'],
  // Around the chain: nothing of it imports from these.
  'examples/next': ['src/patterns', 'src/pitfalls'],
  // Its own `.storybook`.
  'examples/storybook': ['.storybook'],
  'examples/storybook-csf3': ['.storybook'],
  scripts: ['src/protocol', 'mocks', 'addon/story', 'stories'],
  bench: ['src/*', 'mocks', 'scripts'],
  tests: ['src/*', 'mocks', 'addon', 'addon/*', '.storybook', 'stories', 'scripts'],
};

/**
 * The rooms that a name stands for: `src/*` is every room in `src`.
 * @param {string} name
 */
function named(name) {
  if (!name.endsWith('/*')) return [name];
  return Object.keys(ROOMS).filter((room) => room.startsWith(name.slice(0, -1)));
}

export default defineConfig(
  globalIgnores([
    'package/dist/',
    'storybook-static/',
    'node_modules/',
    '**/.next/',
    '**/next-env.d.ts',
  ]),
  // The rules that need types are in `oxlint.config.ts`.
  tseslint.configs.strict,
  {
    plugins: { boundaries },
    settings: {
      'boundaries/elements': Object.keys(ROOMS).map((room) => ({
        type: room,
        pattern: room.startsWith('.') ? `[.]${room.slice(1)}` : room,
      })),
      'boundaries/files': [{ category: 'ids', pattern: 'addon/constants.ts' }],
      'import/resolver': { node: { extensions: ['.ts', '.tsx'] } },
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          message: '{{from.element.type}} may not import from {{to.element.type}}',
          policies: [
            ...Object.entries(ROOMS).map(([room, others]) => ({
              from: { element: { type: room } },
              allow: { to: { element: { types: { anyOf: [room, ...others].flatMap(named) } } } },
            })),
            // The ids under which Storybook knows the addon's parts.
            {
              from: { element: { types: { anyOf: named('addon/*') } } },
              allow: { to: { file: { categories: 'ids' } } },
            },
          ],
        },
      ],
    },
  },
  {
    // It runs in the manager as in the preview: what `mocks` does to a page would happen in both.
    files: ['addon/panel/model/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ group: ['**/mocks/**'], allowTypeImports: true }] },
      ],
    },
  },
  {
    // What a reader copies must not know that it is being simulated.
    files: ['src/**'],
    ignores: ['**/*.test.*'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['msw', 'msw/*', 'storybook', 'storybook/*'] },
            // The files beside the rooms of `src` are in none, so the chain above does not hold them.
            { group: ['**/{mocks,addon,.storybook,stories,tests,scripts}/**'] },
          ],
        },
      ],
    },
  },
  reactHooks.configs.flat['recommended-latest'],
  {
    // Here the mistake is the purpose: a test asserts which of these rules find it.
    files: ['src/pitfalls/*/Broken.tsx'],
    rules: Object.fromEntries(
      Object.keys(reactHooks.configs.flat['recommended-latest'].rules).map((rule) => [rule, 'off']),
    ),
  },
  storybook.configs['flat/recommended'],
  {
    files: ['stories/**/*.tsx'],
    extends: [testingLibrary.configs['flat/react']],
    settings: { 'testing-library/utils-module': 'storybook/test' },
    rules: {
      // A story's `canvas` is not the whole screen: a Docs page shows many stories.
      'testing-library/prefer-screen-queries': 'off',
    },
  },
);
