/**
 * Files of Storybook, Testing Library, Vitest and axe: served as they are, as Vite's prepared
 * dependencies, and built. Vite names what two packages share after its file: Testing Library's is `dom.esm`.
 */
const TOOL_FILES = new RegExp(
  [
    '/sb-preview/',
    '/@vite/',
    '/__vitest',
    '/node_modules/(@?storybook|@?vitest|@testing-library|axe-core)/',
    '/deps/(@?storybook|@?vitest|@testing-library|axe|csf|test|preview-api|dom[.]esm)[_.-]',
    '/assets/storybook-tools[-~]',
  ].join('|'),
);

/** Whether a line of a stack is in the file of a tool that stands on the same page as the story. */
export function isOfTool(line: string): boolean {
  return TOOL_FILES.test(line);
}
