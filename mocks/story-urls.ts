/** Which URLs belong to stories, and what becomes of a socket that no server on the page answers. */
import type { Address } from './address.ts';
import { isBelow } from './below.ts';
import type { Goal } from './ledger.ts';
import type { Link } from './network.ts';

interface StoryUrl {
  readonly storyId: string;
  readonly isLive: boolean;
  isLeft: boolean;
}

/** What becomes of a socket that no server answers. */
export type Unanswered = 'network' | 'refuse';

const EVERY_URL = { test: () => true, fit: () => 0 };

/** URLs of which each story has its own. The page never forgets one: what a story has left behind may still dial. */
const urls = new Map<string, StoryUrl>();
const hosts = new Set<string>();
/** Addresses that the story before has had, with its id. Other stories may have the same. */
const leftAddresses = new Map<Address, string>();
let unanswered: Unanswered = 'network';

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

/**
 * The story whose server has answered this address is left. Until the next story begins, a socket that
 * goes there is the story's, and ends without an event.
 */
export function leaveAddress(address: Address, storyId: string): void {
  leftAddresses.set(address, storyId);
}

/** Another story begins. */
export function forgetLeftAddresses(): void {
  leftAddresses.clear();
}

/** Decides about all sockets, from now on, that no server and no claim is there for. @default 'network' */
export function setUnanswered(choice: Unanswered): void {
  unanswered = choice;
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
  if (claim?.isLeft) return leaving(claim.storyId);
  if (claim) return claim.isLive ? undefined : refusing(claim.storyId);
  if (hosts.has(new URL(url).host)) return refusing();
  const left = [...leftAddresses].find(([address]) => address.test(url));
  if (left) return leaving(left[1]);
  return unanswered === 'refuse' ? refusing() : undefined;
}

function leaving(storyId: string): Link {
  return ending('left', (connection) => connection.dispose(), storyId);
}

function refusing(storyId?: string): Link {
  return ending('refused', (connection) => connection.refuse(), storyId);
}

function ending(goal: Exclude<Goal, 'network'>, connect: Link['connect'], storyId?: string): Link {
  return { address: EVERY_URL, goal, storyId, connect };
}
