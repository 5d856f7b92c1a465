import fc from 'fast-check';
import type { Pattern } from '../../src/catalogue.ts';
import { COMMANDS, type Command } from './command.ts';

/** What happens to a pattern, one thing after the other. */
export interface Sequence {
  readonly isStrict: boolean;
  readonly commands: readonly Command[];
}

/** One of these, and when it shrinks, the first. */
const oneOf = (commands: readonly Command[]): fc.Arbitrary<Command> => fc.constantFrom(...commands);

const ANY_PATTERN = [
  { weight: 4, arbitrary: oneOf(COMMANDS.sends) },
  { weight: 4, arbitrary: oneOf(COMMANDS.times) },
  { weight: 3, arbitrary: oneOf(COMMANDS.ends) },
  { weight: 3, arbitrary: oneOf(COMMANDS.circumstances) },
  { weight: 2, arbitrary: oneOf(COMMANDS.handshakes) },
  { weight: 2, arbitrary: oneOf(COMMANDS.presses) },
  { weight: 2, arbitrary: oneOf(COMMANDS.places) },
  { weight: 1, arbitrary: oneOf(COMMANDS.silence) },
];
const LOGS = { weight: 6, arbitrary: oneOf(COMMANDS.logs) };
const SAYS = { weight: 6, arbitrary: oneOf(COMMANDS.says) };

const MOST_COMMANDS = 12;

/** Sequences for a pattern: user and server have something to say only where it promises to carry that. */
export function sequenceFor({
  delivers,
  receives,
}: Pick<Pattern, 'delivers' | 'receives'>): fc.Arbitrary<Sequence> {
  const command = fc.oneof(
    ...ANY_PATTERN,
    ...(delivers ? [SAYS] : []),
    ...(receives ? [LOGS] : []),
  );
  return fc.record({
    isStrict: fc.boolean(),
    commands: fc.array(command, { minLength: 1, maxLength: MOST_COMMANDS, size: 'max' }),
  });
}

/** The sequence as a play function of a story of the pattern. */
export function toPlayFunction({ isStrict, commands }: Sequence): string {
  const code = commands.map(({ code }, at) => `    ${code(at)}\n`).join('');
  const names = ['canvas', 'clock', 'mount', 'page', 'server', 'userEvent'];
  const used = names.filter((name) => new RegExp(`\\b${name}\\b`).test(code));
  return `{
  globals: { strictMode: '${isStrict ? 'on' : 'off'}', clock: 'paused' },
  play: async (${used.length > 0 ? `{ ${used.join(', ')} }` : ''}) => {
${code}  },
}`;
}
