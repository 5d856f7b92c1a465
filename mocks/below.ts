/**
 * Whether a URL belongs to the server at `own`: it has the same origin, that path or one below it, and
 * all of its query; it may have more. A Socket.IO client takes the path for a namespace and connects to
 * `/socket.io/` instead, so that belongs to any server of the origin.
 */
export function isBelow(own: string, url: string): boolean {
  const server = URL.parse(own);
  const socket = URL.parse(url);
  if (!server || socket?.origin !== server.origin) return false;
  const path = `${server.pathname.replace(/\/+$/, '')}/`;
  const isPath = `${socket.pathname}/`.startsWith(path) || socket.pathname === '/socket.io/';
  return (
    isPath &&
    [...server.searchParams].every(([name, value]) => socket.searchParams.has(name, value))
  );
}
