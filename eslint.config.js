import boundaries from 'eslint-plugin-boundaries';
import reactHooks from 'eslint-plugin-react-hooks';
import storybook from 'eslint-plugin-storybook';
import testingLibrary from 'eslint-plugin-testing-library';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['storybook-static/', 'node_modules/']),
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js'] },
      },
    },
    rules: {
      // The verbs of a far end are asynchronous for a real server, if not for a simulated one.
      '@typescript-eslint/require-await': 'off',
      // MSW's handles are abstract classes by name and interfaces by use: ours are not made by theirs.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  reactHooks.configs.flat['recommended-latest'],
  storybook.configs['flat/recommended'],
  {
    files: ['stories/**/*.tsx'],
    extends: [testingLibrary.configs['flat/react']],
  },
);
