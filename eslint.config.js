import boundaries from 'eslint-plugin-boundaries';
import reactHooks from 'eslint-plugin-react-hooks';
import storybook from 'eslint-plugin-storybook';
import testingLibrary from 'eslint-plugin-testing-library';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The rooms, and which other rooms each may import from. A room may always import from itself. */
const ROOMS = {
  'src/protocol': [],
  'src/socket': ['src/protocol'],
  'src/components': ['src/socket'],
  // Before the room that it is in: the first that fits is taken.
  'src/patterns/03-server-component/next-app': ['src/patterns'],
  'src/patterns': ['src/socket', 'src/components'],
  'src/pitfalls': ['src/socket', 'src/components'],
  'src/panel/model': ['src/protocol', 'mocks'],
  'src/panel/views': ['src/panel/model', 'src/protocol'],
  'src/panel/manager': ['src/panel/model', 'src/panel/views'],
  'src/panel/preview': ['src/panel/model', 'mocks'],
  mocks: ['src/protocol'],
  addon: ['src/panel/manager', 'src/panel/preview', 'mocks'],
  // Its own `.storybook`.
  example: ['.storybook'],
  scripts: [],
  bench: ['src/protocol', 'src/socket', 'mocks', 'scripts'],
  stories: [
    'src/protocol',
    'src/socket',
    'src/components',
    'src/patterns',
    'src/pitfalls',
    'src/panel/model',
    'src/panel/views',
    'mocks',
    'example',
    'scripts',
    '.storybook',
  ],
  // Its addon it imports by the package's name, as anyone does.
  '.storybook': ['mocks', 'stories'],
};

export default defineConfig(
  globalIgnores(['storybook-static/', 'node_modules/', '**/.next/', '**/next-env.d.ts']),
  // The rules that need types are in `oxlint.config.ts`.
  tseslint.configs.strict,
  {
    plugins: { boundaries },
    settings: {
      'boundaries/elements': Object.keys(ROOMS).map((room) => ({
        type: room,
        pattern: room.replace('.', '[.]'),
      })),
      'import/resolver': { node: { extensions: ['.ts', '.tsx'] } },
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          message: '{{from.element.type}} may not import from {{to.element.type}}',
          policies: Object.entries(ROOMS).map(([room, others]) => ({
            from: { element: { type: room } },
            allow: { to: { element: { types: { anyOf: [room, ...others] } } } },
          })),
        },
      ],
    },
  },
  {
    // It runs in the manager as in the preview: what `mocks` does to a page would happen in both.
    files: ['src/panel/model/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ group: ['**/mocks/**'], allowTypeImports: true }] },
      ],
    },
  },
  {
    // What a reader copies must not know that it is being simulated.
    files: ['src/{protocol,socket,components,patterns,pitfalls}/**'],
    ignores: ['**/*.test.*'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: ['msw', 'msw/*', 'storybook', 'storybook/*'] },
      ],
    },
  },
  reactHooks.configs.flat['recommended-latest'],
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
