import type { SocketServer } from '../../mocks/socket-server.ts';

export type Until = (condition: () => boolean) => Promise<void>;

/** What ends a connection, each kind of it. Each leaves the server as it was: the next handshake is accepted. */
export const FAULTS: readonly ((server: SocketServer, until: Until) => Promise<void>)[] = [
  (server) => server.drop(),
  (server) => server.fail(),
  (server) => server.close(1001),
  (server) => server.close(1011),
  (server) => server.close(1012),
  // The cable is cut, and the next handshake is refused.
  async (server, until) => {
    const made = server.connections.length;
    await server.refuse();
    await Promise.all(server.open.map((connection) => connection.drop()));
    await until(() => server.connections.length > made);
    await server.accept();
  },
  // Silence: the page has to find out by itself. What was on the way is read later.
  async (server, until) => {
    const made = server.connections.length;
    await Promise.all(server.open.map((connection) => connection.stall()));
    await until(() => server.connections.length > made);
    await server.resume();
  },
];
