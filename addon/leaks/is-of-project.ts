/** Whether a stack, or a line of one, goes through the project's own `src`: not that of a package. */
export function isOfProject(stack: string): boolean {
  return stack
    .split('\n')
    .some((line) => line.includes('/src/') && !line.includes('/node_modules/'));
}
