import { fitOf } from './below.ts';
import type { Connection } from './connection.ts';
import { findRefusal } from './story-urls.ts';

/** The browser's own `WebSocket`, taken before anything on the page could replace it. */
export const NativeWebSocket = window.WebSocket;

/** What answers sockets of some URLs. */
export interface Link {
  /** Where its server listens. Of several links, the one that fits best is taken. */
  readonly url?: string;
  /** The story at whose server it is. */
  readonly storyId?: string | undefined;
  test(url: string): boolean;
  /**
   * A handshake has come in. When this is done, the handshake is accepted, unless the connection has
   * been told something else; where it fails, the handshake is refused.
   * @param socket the page's end
   */
  connect(connection: Connection, socket: WebSocket): void | Promise<void>;
}

const links = new Set<Link>();

/** Adds a link until the returned undo is called. */
export function addLink(link: Link): () => void {
  links.add(link);
  return () => links.delete(link);
}

/** What answers a socket for `url`; nothing where the URL is not simulated. */
export function findLink(url: string): Link | undefined {
  let best: Link | undefined;
  for (const link of links) {
    if (link.test(url) && fit(link, url) > fit(best, url)) best = link;
  }
  return best ?? findRefusal(url);
}

function fit(link: Link | undefined, url: string): number {
  if (!link) return -1;
  return link.url === undefined ? 0 : fitOf(link.url, url);
}
