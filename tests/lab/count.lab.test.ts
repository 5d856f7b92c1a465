/** What a story counts, as the built lab shows it: React's Profiler is not in its production build. */
import { expect, openAlone, openStory, preview, test } from './lab.ts';

const STORY = 'patterns-basics-05-every-message--two-hundred-at-once';

test('the figures stand below the story, and below the demo of its lesson', async ({ page }) => {
  await openStory(page, STORY);
  const story = preview(page);
  await expect(story.getByLabel('Messages', { exact: true }).last()).toHaveText('200');
  await expect(story.getByLabel('Commits')).toHaveText(/^[1-9]\d*$/);
  await expect(story.getByLabel('Main thread')).toHaveText(/^[1-9]\d* ms$/);

  await openAlone(page, 'docs', 'patterns-basics-05-every-message--docs');
  const demo = page.getByRole('region', { name: 'Live demo' });
  await expect(demo.getByLabel('Commits')).toHaveText(/^[1-9]\d*$/);

  // A story that has not asked for it counts nothing.
  await openStory(page, 'patterns-basics-01-use-effect--open');
  await expect(story.getByRole('status')).toHaveText('open');
  await expect(story.getByLabel('Commits')).toHaveCount(0);
});
