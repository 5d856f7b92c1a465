import { lazy, Suspense } from 'react';

// Only a Docs page loads it: the story tests do not wait for Storybook's blocks.
const Lesson = lazy(async () => ({ default: (await import('./Lesson.tsx')).Lesson }));

/**
 * Parameters for the stories of a pattern: their Docs page is its lesson.
 * @param folder the pattern's in `src/patterns`
 */
export function lesson(folder: string) {
  return {
    docs: {
      page: () => (
        <Suspense>
          <Lesson folder={folder} />
        </Suspense>
      ),
    },
  };
}
