import { defineConfig } from 'oxlint';
import { configs } from 'typescript-eslint';

const PLUGIN = '@typescript-eslint/';

/**
 * The rules of typescript-eslint's strict preset that need types, run by Oxlint over TypeScript 7:
 * ESLint has types from TypeScript 6 only, and takes several times as long with them. A rule that
 * Oxlint does not know is an error here, so that none is lost in silence.
 */
const NEED_TYPES = Object.fromEntries(
  configs.strictTypeCheckedOnly
    .flatMap(({ rules = {} }) => Object.entries(rules))
    .filter(([name]) => name.startsWith(PLUGIN))
    .map(([name, entry]) => [name.replace(PLUGIN, 'typescript/'), entry]),
);
// Oxlint has no such rule. Nor has the lab a use for it: MSW's handles are abstract classes by name
// and interfaces by use, and ours are not made by theirs.
delete NEED_TYPES['typescript/no-unsafe-class-instance-assignment'];

export default defineConfig({
  plugins: ['typescript'],
  categories: { correctness: 'off' },
  options: { typeAware: true },
  overrides: [
    // Here the mistake is the purpose.
    {
      files: ['src/pitfalls/*/Broken.tsx'],
      rules: { 'typescript/no-misused-promises': 'off' },
    },
  ],
  rules: {
    ...NEED_TYPES,
    // The verbs of a server are asynchronous for a real server, if not for a simulated one.
    'typescript/require-await': 'off',
    'typescript/restrict-template-expressions': ['error', { allowNumber: true }],
    'typescript/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
  },
});
