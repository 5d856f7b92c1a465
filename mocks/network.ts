import type { Connection } from './connection.ts';
import { findRefusal } from './story-urls.ts';

/** The browser's own `WebSocket`, taken before anything on the page could replace it. */
export const NativeWebSocket = window.WebSocket;

/** What answers sockets of some URLs. */
export interface Link {
  /** Where its server listens. Of two links that fit, the one with the longer URL is taken. */
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
  const answering = [...links]
    .filter((link) => link.test(url))
    .reduce<Link | undefined>(
      (best, link) => (lengthOf(link) > lengthOf(best) ? link : best),
      undefined,
    );
  return answering ?? findRefusal(url);
}

function lengthOf(link: Link | undefined): number {
  return link ? (link.url?.length ?? 0) : -1;
}
