import { isOfTool } from '../../leaks/tools.ts';

/** `Error`, this function, and the one that is asked. */
const LINES_BEFORE_CALLER = 3;

/**
 * Whether the function of the page that asks has been called by a tool: what waits for a page must not
 * wait for its clock.
 * @param between how many functions stand between it and its caller: the leak check wraps it
 */
export function isCalledByTool(between: number): boolean {
  const depth = Error.stackTraceLimit;
  Error.stackTraceLimit = LINES_BEFORE_CALLER + between;
  const { stack = '' } = new Error();
  Error.stackTraceLimit = depth;
  return isOfTool(stack.split('\n')[LINES_BEFORE_CALLER + between] ?? '');
}
