import { settings } from '../../mocks/settings.ts';

/** What counts where the project does not say. */
export const DEFAULT_OWN_CODE: readonly string[] = ['src'];

/**
 * Whether a path or URL, a line of a stack, or a whole stack names the project's own code: what is in
 * these folders, and not in a package. What tools set up on the same page is no leak of a story.
 */
export function isOwn(text: string, folders = settings().ownCode ?? DEFAULT_OWN_CODE): boolean {
  return text
    .split('\n')
    .some(
      (line) =>
        !line.includes('/node_modules/') && folders.some((folder) => line.includes(`/${folder}/`)),
    );
}
