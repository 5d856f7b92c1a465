/** The stories of other projects as their tests: each kind of preview, MSW's worker, a11y before the lab. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { addMswWorker, makeProject, TEST_PACKAGES, testStories } from './elsewhere.ts';

test.for([
  ['MSW 3', {}],
  ['MSW 2', { msw: 'msw-2' }],
] as const)('a preview that is an object, beside %s', async ([, instead]) => {
  const project = await makeProject('storybook-csf3', { packages: TEST_PACKAGES, instead });
  onTestFinished(() => project.remove());
  await addMswWorker(project);
  const { passed, failed } = await testStories(project);
  expect(Object.keys(failed).toSorted()).toEqual(['Leaks', 'No Name']);
  expect(failed['Leaks']).toContain('open socket to wss://chat.example.com/leaked');
  expect(failed['No Name']).toContain('image-alt');
  expect(passed).toEqual([
    'Dropped',
    'Named',
    'Props',
    'Refused',
    'Restarts',
    'Rises',
    'Untouched',
  ]);
});

test('a preview of `definePreview`, with a11y before the lab', async () => {
  const project = await makeProject('storybook', { packages: TEST_PACKAGES });
  onTestFinished(() => project.remove());
  await writeFile(
    join(project.folder, '.storybook/preview.ts'),
    `import addonA11y from '@storybook/addon-a11y';
import { definePreview } from '@storybook/react-vite';
import addonWebSocket from 'react-websocket-lab';

export default definePreview({
  addons: [addonA11y(), ...addonWebSocket()],
  parameters: { a11y: { test: 'error' } },
});
`,
  );
  await writeFile(
    join(project.folder, 'src/Image.stories.tsx'),
    `import preview from '../.storybook/preview';

const meta = preview.meta({ parameters: { server: { url: 'wss://api.example.com/*' } } });

export const NoName = meta.story({ render: () => <img src="data:," /> });
`,
  );
  const { passed, failed } = await testStories(project);
  expect(Object.keys(failed)).toEqual(['No Name']);
  expect(failed['No Name']).toContain('image-alt');
  expect(passed).toEqual(['Rises']);
});
