import type { ClockSetting } from './clock/open-clock.ts';
import type { CountSetting } from './count/story-count.ts';
import type { ServerParameters } from './parameters.ts';
import { findFlaw } from './read-server-args.ts';
import { defaultServerArgs, type ServerArgs } from './server-args.ts';

/** All that `parameters.server` can say. */
const SERVER: Readonly<Record<keyof NonNullable<ServerParameters>, true>> = {
  url: true,
  unanswered: true,
  controls: true,
  behaviour: true,
  connect: true,
  warnings: true,
  leavesBehind: true,
};
const CONTROLS = Object.keys({ ...defaultServerArgs, startState: true });
const UNANSWERED = ['network', 'refuse'];
const CLOCKS: readonly ClockSetting[] = ['real', 'paused', 'x1', 'x10', 'x60'];
const COUNTS: readonly CountSetting[] = ['off', 'on', 'shown'];

/**
 * Checks what a story with a server says to the addon, before any of it takes effect.
 * @throws {TypeError} for a name or a value that means nothing: it would be ignored in silence
 */
export function checkParameters({
  server,
  clock = 'real',
  count = 'off',
}: Readonly<Record<string, unknown>>): void {
  checkOneOf('clock', clock, CLOCKS);
  checkOneOf('count', count, COUNTS);
  if (server === undefined) return;
  checkNames('server', server, Object.keys(SERVER));
  const {
    unanswered = 'network',
    controls = {},
    behaviour,
  } = server as NonNullable<ServerParameters>;
  checkOneOf('server.unanswered', unanswered, UNANSWERED);
  checkNames('server.controls', controls, CONTROLS);
  for (const [name, value] of Object.entries(controls)) {
    const flaw = findFlaw(name as keyof ServerArgs, value);
    if (flaw)
      throw new TypeError(`In \`parameters.server.controls\`, ${flaw} Nothing of it is used.`);
  }
  if (behaviour !== undefined && typeof behaviour !== 'function') {
    throw new TypeError(
      `\`parameters.server.behaviour\` is not a behaviour, so the server would do nothing by itself. Call one: acceptsAndEchoes().`,
    );
  }
}

function checkNames(of: string, value: unknown, known: readonly string[]): void {
  if (typeof value !== 'object' || value === null) {
    throw new TypeError(
      `\`parameters.${of}\` is no object. It has these names: ${known.join(', ')}.`,
    );
  }
  const unknown = Object.keys(value).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new TypeError(
    `\`parameters.${of}\` has no \`${unknown}\`, so that would have no effect. It has these names: ${known.join(', ')}.`,
  );
}

function checkOneOf(of: string, value: unknown, known: readonly string[]): void {
  if (known.some((one) => one === value)) return;
  throw new TypeError(
    `\`parameters.${of}\` is ${JSON.stringify(value)}, which means nothing. It can be ${known.join(', ')}.`,
  );
}
