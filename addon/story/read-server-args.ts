import {
  defaultServerArgs,
  LATENCY_LIMIT_MS,
  MESSAGE_LIMIT_CHARACTERS,
  MESSAGES_PER_SECOND_LIMIT,
  NETWORKS,
  SERVER_STATES,
  VISIBILITIES,
  type ServerArgs,
} from './server-args.ts';

/** Says what is wrong with a value, behind the name of its argument; nothing where it can be used. */
type FindFlaw = (value: unknown) => string | undefined;

const text =
  (limit = Infinity): FindFlaw =>
  (value) => {
    if (typeof value !== 'string') return `is text, and ${show(value)} is not`;
    if (value.length <= limit) return undefined;
    return `is text of at most ${limit} characters, and this has ${value.length}`;
  };

const numberTo =
  (limit: number): FindFlaw =>
  (value) =>
    typeof value === 'number' && value >= 0 && value <= limit
      ? undefined
      : `is a number from 0 to ${limit}, and ${show(value)} is not`;

const oneOf =
  (known: readonly unknown[]): FindFlaw =>
  (value) =>
    known.includes(value)
      ? undefined
      : `can be ${known.map(String).join(', ')}, and ${show(value)} is none of these`;

/** Which code and reason a Close frame can carry is looked at when it is sent. */
const FLAWS: Readonly<Record<keyof ServerArgs, FindFlaw>> = {
  serverState: oneOf(SERVER_STATES),
  startState: oneOf(SERVER_STATES),
  closeCode: (value) =>
    typeof value === 'number' || typeof value === 'string'
      ? undefined
      : `is a number or text, and ${show(value)} is not`,
  closeReason: text(),
  message: text(MESSAGE_LIMIT_CHARACTERS),
  messagesPerSecond: numberTo(MESSAGES_PER_SECOND_LIMIT),
  latencyMs: numberTo(LATENCY_LIMIT_MS),
  mounted: oneOf([true, false]),
  network: oneOf(NETWORKS),
  visibility: oneOf(VISIBILITIES),
};

/** Arguments of a server, as a story or an address has them: they may be anything. */
export type GivenArgs = Readonly<Partial<Record<keyof ServerArgs, unknown>>>;

const NAMES = Object.keys(FLAWS) as (keyof ServerArgs)[];

/** Why an argument cannot have this value, as a sentence; nothing where it can. `undefined` is no value. */
export function findFlaw(name: keyof ServerArgs, value: unknown): string | undefined {
  const flaw = value === undefined ? undefined : FLAWS[name](value);
  return flaw && `${name} ${flaw}.`;
}

/** Those of the arguments that can be used. */
export function usableArgs(given: GivenArgs): Partial<ServerArgs> {
  const usable = NAMES.filter(
    (name) => given[name] !== undefined && findFlaw(name, given[name]) === undefined,
  );
  return Object.fromEntries(usable.map((name) => [name, given[name]]));
}

/**
 * Reads the arguments of a server.
 * @param before what they were: where there is nonsense now, that stays
 * @returns the arguments, and a sentence about each that is nonsense
 */
export function readServerArgs(
  given: GivenArgs,
  before: ServerArgs,
): { readonly args: ServerArgs; readonly problems: readonly string[] } {
  const flaws = NAMES.flatMap((name) => {
    const flaw = findFlaw(name, given[name]);
    return flaw === undefined ? [] : [{ name, flaw }];
  });
  const kept = Object.fromEntries(flaws.map(({ name }) => [name, before[name]]));
  return {
    args: { ...defaultServerArgs, ...usableArgs(given), ...kept },
    problems: flaws.map(({ flaw }) => `${flaw} The previous value is kept.`),
  };
}

function show(value: unknown): string {
  if (typeof value === 'string') return `“${value}”`;
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return `${value}`;
  return Array.isArray(value) ? 'an array' : `a value of type ${typeof value}`;
}
