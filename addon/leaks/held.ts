import { isOwn } from './own-code.ts';

/** Something that a story holds: a socket, a timer, a listener. */
export interface Held {
  /** In a few words: `setTimeout of 5000 ms`. */
  readonly what: string;
  /** Where it was set up. */
  readonly stack: string;
}

/** One line for it, with the line of the project's code that made it. */
export function describeHeld({ what, stack }: Held): string {
  const madeAt = stack.split('\n').find((line) => isOwn(line));
  return madeAt ? `${what}, made ${madeAt.trim()}` : what;
}

/** The files of the project's own code that a stack goes through, the outermost last. */
export function ownFiles(stack: string): string[] {
  return stack
    .split('\n')
    .filter((line) => isOwn(line))
    .map((line) => line.replace(/^.*[\s(]/, '').replace(/(:\d+)*\)?$/, ''));
}
