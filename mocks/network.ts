import type { Address } from './address.ts';
import type { Connection } from './connection.ts';
import type { Goal } from './ledger.ts';
import { findRefusal } from './story-urls.ts';
import { isOfTools } from './tool-sockets.ts';

/** The browser's own `WebSocket`, taken before anything on the page could replace it. */
export const NativeWebSocket = window.WebSocket;

/** What answers sockets of some URLs. */
export interface Link {
  /** Where its server listens. Of several links, the one whose address fits best is taken. */
  readonly address: Pick<Address, 'test' | 'fit'>;
  /** What the sockets have come to. */
  readonly goal: Exclude<Goal, 'network'>;
  /** The story at whose server it is. */
  readonly storyId?: string | undefined;
  /** Where a real server listens that answers this URL: the browser's own socket goes there. */
  readonly redirect?: (url: string) => string;
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

/** What answers a socket for `url`; nothing where it may reach the network. */
export function findLink(url: string, protocols: readonly string[] = []): Link | undefined {
  if (isOfTools(url, protocols)) return undefined;
  let best: Link | undefined;
  for (const link of links) {
    if (link.address.test(url) && fit(link, url) > fit(best, url)) best = link;
  }
  return best ?? findRefusal(url);
}

function fit(link: Link | undefined, url: string): number {
  return link ? link.address.fit(url) : -1;
}
