/** What fails a story's test besides its play function. */
import type { StoryContext } from 'storybook/internal/csf';
import { parametersOf } from './parameters.ts';
import { Session } from './session.ts';

/** Takes the story off the page. @throws {Error} that lists what it leaves behind */
export async function checkLeftovers({ id, parameters }: StoryContext): Promise<void> {
  if (parametersOf({ parameters })?.leavesBehind !== undefined) return;
  const leftovers = (await Session.of(id)?.leave()) ?? [];
  if (leftovers.length > 0) {
    throw new Error(
      `${id} leaves behind, after unmount:\n${leftovers.join('\n')}\nUndo in the effect’s clean-up what the effect set up. Where it must stay, say why: parameters: { server: { leavesBehind: 'the reason' } }`,
    );
  }
}

/** @throws {Error} where the story has other mistakes than it says */
export function checkWarnings({ id, parameters }: StoryContext): void {
  const expected = parametersOf({ parameters })?.warnings ?? 'any';
  const session = Session.of(id);
  if (expected === 'any' || !session) return;
  const others = session.warnings.filter(({ kind }) => !expected.includes(kind));
  const missing = expected.filter((kind) => !session.warnings.some((found) => found.kind === kind));
  if (others.length === 0 && missing.length === 0) return;
  throw new Error(
    [
      `${id} is not what its parameter \`server.warnings\` says. That names the mistakes that the lab sees by itself in this story.`,
      ...others.map(({ kind, text }) => `Seen, and not expected: ${kind}. ${text}`),
      ...missing.map((kind) => `Expected, and not seen: ${kind}.`),
    ].join('\n'),
  );
}
