import { lazy, Suspense } from 'react';

// Only a Docs page loads it: the story tests do not wait for Storybook's blocks.
const PitfallPage = lazy(async () => ({
  default: (await import('./PitfallPage.tsx')).PitfallPage,
}));

/**
 * Parameters for the stories of a pitfall: their Docs page shows it.
 * @param folder the pitfall's in `src/pitfalls`
 */
export function pitfall(folder: string) {
  return {
    docs: {
      page: () => (
        <Suspense>
          <PitfallPage folder={folder} />
        </Suspense>
      ),
    },
  };
}
