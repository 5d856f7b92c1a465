/**
 * Files of Storybook, Testing Library, Vitest and axe: served as they are, as Vite's prepared
 * dependencies, and built.
 */
const TOOL_FILES = new RegExp(
  [
    '/sb-preview/',
    '/@vite/',
    '/__vitest',
    '/node_modules/(@?storybook|@?vitest|@testing-library|axe-core)/',
    '/deps/(@?storybook|@?vitest|@testing-library|axe|test|preview-api)[_.-]',
    '/assets/axe-',
  ].join('|'),
);

/** This function, the one that is asked, the leak check before it, and then the caller. */
const FRAMES = 4;

/** Whether a stack goes through the file of a tool: what waits for a page must not wait for its clock. */
export function isOfTool(stack: string): boolean {
  return TOOL_FILES.test(stack);
}

/** Whether the function of the page that asks has been called by a tool. */
export function isCalledByTool(): boolean {
  const depth = Error.stackTraceLimit;
  Error.stackTraceLimit = FRAMES;
  const { stack = '' } = new Error();
  Error.stackTraceLimit = depth;
  return isOfTool(stack);
}
