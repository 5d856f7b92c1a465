/** The Controls of a story's server, beside those of its component. */
import type {
  Args,
  ArgTypes,
  InputType,
  StoryContext,
  StrictArgTypes,
} from 'storybook/internal/csf';
import type { GivenArgs } from './read-server-args.ts';
import { defaultServerArgs, serverArgTypes, type ServerArgs } from './server-args.ts';

type Enhanced = Pick<StoryContext, 'argTypes' | 'initialArgs'>;

const NAMES = Object.keys(serverArgTypes) as (keyof ServerArgs)[];
const CATEGORIES = new Set(Object.values(serverArgTypes).map(categoryOf));

function categoryOf(argType: ArgTypes[string] | undefined): unknown {
  return (argType?.table as { category?: unknown } | undefined)?.category;
}

/** Whether an argument is the addon's, and not the component's. */
function isServers(argTypes: ArgTypes, name: string): boolean {
  const category = categoryOf(argTypes[name]);
  return name in serverArgTypes && category !== undefined && CATEGORIES.has(category);
}

/**
 * The Controls of a server. A number that begins as something else has none: Storybook's slider breaks on
 * that, and the other Controls with it.
 */
export function usableArgTypes(begin: GivenArgs): Record<keyof ServerArgs, InputType> {
  const argTypes = { ...serverArgTypes };
  for (const name of ['messagesPerSecond', 'latencyMs'] as const) {
    if (typeof (begin[name] ?? 0) === 'number') continue;
    argTypes[name] = { ...argTypes[name], control: { disable: true } };
  }
  return argTypes;
}

/**
 * The story's argument types, with those of its server. What the component has an argument or a prop for
 * stays the component's, under the same name: the panel still drives that.
 */
export function withServerArgTypes(
  { argTypes, initialArgs }: Enhanced,
  begin: GivenArgs = {},
): StrictArgTypes {
  const all = usableArgTypes(begin);
  const free = NAMES.filter((name) => !(name in argTypes) && !(name in initialArgs));
  const ours = Object.fromEntries(free.map((name) => [name, all[name]]));
  return { ...argTypes, ...ours } as StrictArgTypes;
}

/** The story's arguments, with what the Controls of its server begin with. */
export function withServerArgs(
  { argTypes, initialArgs }: Enhanced,
  begin: Partial<ServerArgs> = {},
): Args {
  const ours = Object.entries({ ...defaultServerArgs, ...begin }).filter(([name]) =>
    isServers(argTypes, name),
  );
  const args: Args = { ...Object.fromEntries(ours), ...initialArgs };
  return isServers(argTypes, 'closeCode')
    ? { ...args, closeCode: String(args['closeCode']) }
    : args;
}

interface Said extends Pick<StoryContext, 'args' | 'argTypes'> {
  /** Those of Controls that are not shown too. Not among the types of Storybook. */
  readonly allArgs?: Args;
}

/** What the Controls of the story's server say, which may be nonsense. */
export function serverArgsOf(
  { args, argTypes, allArgs = args }: Said,
  begin: Partial<ServerArgs> = {},
): GivenArgs {
  const ours = Object.entries(allArgs).filter(([name]) => isServers(argTypes, name));
  return { ...defaultServerArgs, ...begin, ...Object.fromEntries(ours) };
}

/** What reaches the component: no argument of its server. */
export function componentArgsOf({ args, argTypes }: Pick<StoryContext, 'args' | 'argTypes'>): Args {
  return Object.fromEntries(Object.entries(args).filter(([name]) => !isServers(argTypes, name)));
}
