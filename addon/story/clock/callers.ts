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
    '/assets/(axe|storybook-tools)-',
  ].join('|'),
);

/** `Error`, this function, and the one that is asked. */
const LINES_BEFORE_CALLER = 3;

/** Whether a line of a stack is in the file of a tool: what waits for a page must not wait for its clock. */
export function isOfTool(line: string): boolean {
  return TOOL_FILES.test(line);
}

/**
 * Whether the function of the page that asks has been called by a tool.
 * @param between how many functions stand between it and its caller: the leak check wraps it
 */
export function isCalledByTool(between: number): boolean {
  const depth = Error.stackTraceLimit;
  Error.stackTraceLimit = LINES_BEFORE_CALLER + between;
  const { stack = '' } = new Error();
  Error.stackTraceLimit = depth;
  return isOfTool(stack.split('\n')[LINES_BEFORE_CALLER + between] ?? '');
}
