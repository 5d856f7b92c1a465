/** Which URLs belong to stories. The page never forgets one: what a story has left behind may still dial. */
import { isBelow } from './below.ts';
import type { Link } from './network.ts';

interface StoryUrl {
  readonly storyId: string;
  readonly isLive: boolean;
  isLeft: boolean;
}

const urls = new Map<string, StoryUrl>();
const hosts = new Set<string>();

/**
 * Keeps sockets for a story's URL, and for the rest of its host, away from the network, for the life of
 * the page. Where no server on the page answers, they are refused; once the story has been left, they
 * end without an event, since its code has no place in the next story.
 * @param isLive whether a real server listens at the URL: until the story is left, they may reach it
 * @returns what to call when the story is left
 */
export function claimUrl(url: string, storyId: string, isLive = false): () => void {
  const claim = { storyId, isLive, isLeft: false };
  urls.set(url, claim);
  const host = URL.parse(url)?.host;
  // Storybook's own sockets go to the page's host, and a live server may be there too.
  if (host !== undefined && host !== location.host && !isLive) hosts.add(host);
  return () => {
    claim.isLeft = true;
  };
}

function findClaim(url: string): StoryUrl | undefined {
  const found = [...urls].filter(([own]) => isBelow(own, url));
  // Some paths are below any server of the origin.
  return found.length === 1 ? found[0]?.[1] : undefined;
}

/** The story that a URL belongs to, whether or not it is on the page. */
export function findStoryId(url: string): string | undefined {
  return findClaim(url)?.storyId;
}

/** What ends a socket for `url` that no server on the page answers; nothing where it may reach the network. */
export function findRefusal(url: string): Link | undefined {
  const claim = findClaim(url);
  const mayDial = claim ? claim.isLive && !claim.isLeft : !hosts.has(new URL(url).host);
  if (mayDial) return undefined;
  return {
    storyId: claim?.storyId,
    test: () => true,
    connect: (connection) => (claim?.isLeft ? connection.dispose() : connection.refuse()),
  };
}
