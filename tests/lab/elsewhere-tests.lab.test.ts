/** The stories of another project as its tests: a preview that is an object, MSW's worker, a11y before the lab. */
import { expect, onTestFinished, test } from 'vitest';
import { addMswWorker, makeProject, TEST_PACKAGES, testStories } from './elsewhere.ts';

test('a preview that is an object: servers, checks and other addons work', async () => {
  const project = await makeProject('storybook-csf3', TEST_PACKAGES);
  onTestFinished(() => project.remove());
  await addMswWorker(project);
  const { passed, failed } = await testStories(project);
  expect(Object.keys(failed).toSorted()).toEqual(['Leaks', 'No Name']);
  expect(failed['Leaks']).toContain('open socket to wss://chat.example.com/leaked');
  expect(failed['No Name']).toContain('image-alt');
  expect(passed).toEqual(['Dropped', 'Named', 'Props', 'Refused', 'Restarts', 'Untouched']);
});
