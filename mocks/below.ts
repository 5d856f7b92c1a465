/**
 * Whether a URL belongs to the server at `own`: it has the same origin, and that path or one below it;
 * its query may be any. A Socket.IO client takes the path for a namespace and connects to `/socket.io/`
 * instead, so that belongs to each server of the origin.
 */
export function isBelow(own: string, url: string): boolean {
  const server = URL.parse(own);
  const socket = URL.parse(url);
  if (!server || socket?.origin !== server.origin) return false;
  return `${socket.pathname}/`.startsWith(folderOf(server)) || socket.pathname === '/socket.io/';
}

/** Of several servers that a URL is below, the one with the longest URL is meant, then the one with more of its query. */
export function fitOf(own: string, url: string): number {
  const server = URL.parse(own);
  const socket = URL.parse(url);
  if (!server || !socket) return -1;
  const shared = [...server.searchParams].filter((pair) => socket.searchParams.has(...pair));
  return server.origin.length + folderOf(server).length + shared.length / (shared.length + 1);
}

function folderOf({ pathname }: URL): string {
  return pathname.endsWith('/') ? pathname : `${pathname}/`;
}
