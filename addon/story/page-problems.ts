/** What a story cannot have on the page that it is on, as messages for whoever looks at it. */
import { settings } from '../../mocks/settings.ts';
import type { SessionOptions } from './session-state.ts';

const IN_FRAMES =
  "Show each story of this page in a frame of its own: parameters: { docs: { story: { inline: false, height: '400px' } } }.";

/** @param others the stories that are on the page already */
export function findPageProblems(
  story: SessionOptions,
  others: readonly SessionOptions[],
): readonly string[] {
  const { transport, liveServerUrl, clock = 'real' } = story;
  const problems = transport === 'live' && liveServerUrl === undefined ? [noLiveServer()] : [];
  const own = new Set(addressesOf(story));
  for (const other of others) {
    const shared = addressesOf(other).find((address) => own.has(address));
    if (shared === undefined) continue;
    problems.push(
      `The story ${other.storyId} on this page has a server at ${shared} too, so the first of them gets the sockets of both. ${IN_FRAMES}`,
    );
    break;
  }
  const hasClock = others.find((other) => (other.clock ?? 'real') !== 'real');
  if (clock !== 'real' && hasClock) {
    problems.push(
      `The story ${hasClock.storyId} on this page moves the clock too, and a page has one clock, so each moves the time of both. ${IN_FRAMES}`,
    );
  }
  return problems;
}

function noLiveServer(): string {
  const { noLiveServer: reason = 'none was found' } = settings();
  return `There is no live server here, so the server is simulated: ${reason}.`;
}

function addressesOf({ addresses = {} }: SessionOptions): string[] {
  return typeof addresses === 'string' ? [addresses] : Object.values(addresses);
}
