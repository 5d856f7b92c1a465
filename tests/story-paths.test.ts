/** What Storybook makes of a story file is as `decodePaths` expects it: with a later version it may not be. */
import { vitestTransform } from 'storybook/internal/csf-tools';
import { expect, test } from 'vitest';
import { decodePaths } from './story-paths.ts';

const STORY = 'export default { title: "a" };\nexport const First = {};';

test('a story is tested where its decoded path is the one that is tested', async () => {
  const made = await vitestTransform({
    code: STORY,
    fileName: '/tmp/ü/a.stories.ts',
    configDir: '/tmp/ü/.storybook',
    stories: [{ directory: '..', files: '*.stories.ts', titlePrefix: '' }],
    tagsFilter: { include: ['test'], exclude: [], skip: [] },
    previewLevelTags: [],
  });
  const code = decodePaths(typeof made === 'string' ? made : made.code) ?? '';
  const path = /isRunningFromThisFile = (.*)\.includes\(/.exec(code)?.[1] ?? '';
  const url = 'http://localhost:1/tmp/lab-%C3%BC%20%255B/a.stories.ts?import&t=%E0';
  const read = path.replace('import.meta.url', JSON.stringify(url));
  expect(read).toBe(`decodeURIComponent(new URL("${url}").pathname)`);
  expect(decodeURIComponent(new URL(url).pathname)).toBe('/tmp/lab-ü %5B/a.stories.ts');
});
