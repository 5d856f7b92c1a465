import type { ServerConnection, SocketServer } from './socket-server.ts';

/**
 * Makes a server behave in some way until the returned undo is called. It needs only to hear of the
 * server's connections, so `sequence` can give it some of them.
 */
export type Behaviour = (server: Pick<SocketServer, 'onConnection'>) => () => void;

/** Does something with every connection. Its undo is called when the connection ends, or the behaviour. */
export function forEachConnection(act: (connection: ServerConnection) => () => void): Behaviour {
  return (server) => {
    const undos = new Set<() => void>();
    const stopListening = server.onConnection((connection) => {
      const undo = act(connection);
      undos.add(undo);
      connection.onClose(() => {
        undos.delete(undo);
        undo();
      });
    });
    return () => {
      stopListening();
      for (const undo of undos) undo();
      undos.clear();
    };
  };
}
