import type { WebSocketHandler } from 'msw/ws';

/** The browser's own `WebSocket`, taken before anything on the page could replace it. */
export const NativeWebSocket = window.WebSocket;

/** A handler of the simulated network, and the story at whose server it is. */
export interface Link {
  readonly handler: Pick<WebSocketHandler, 'test' | 'run'>;
  readonly storyId?: string;
}

const links = new Set<Link>();
let listMswHandlers: () => readonly unknown[] = () => [];

/** Adds a link until the returned undo is called. */
export function addLink(link: Link): () => void {
  links.add(link);
  return () => links.delete(link);
}

/** Lets the `ws.link` handlers of an MSW worker answer too. */
export function includeMswHandlers(list: () => readonly unknown[]): void {
  listMswHandlers = list;
}

const liveStories = new Map<string, string>();

/** Says which story's far end a real server's URL is, until the returned undo is called. */
export function claimUrl(url: string, storyId: string): () => void {
  liveStories.set(url, storyId);
  return () => liveStories.delete(url);
}

/** The story at whose real server a URL is. */
export function findStoryId(url: string): string | undefined {
  return liveStories.get(url);
}

/** The far end of a socket for `url`; none where the URL is not simulated. */
export function findLink(url: string): Link | undefined {
  const mswLinks = listMswHandlers()
    .filter(isWebSocketHandler)
    .map((handler) => ({ handler }));
  return [...links, ...mswLinks].find(({ handler }) => handler.test(url));
}

function isWebSocketHandler(handler: unknown): handler is WebSocketHandler {
  return (
    typeof handler === 'object' &&
    handler !== null &&
    'kind' in handler &&
    handler.kind === 'websocket'
  );
}
