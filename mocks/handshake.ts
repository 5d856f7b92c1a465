import type { Connection } from './connection.ts';
import { HandshakeQueue } from './handshake-queue.ts';
import type { Link } from './network.ts';
import { queueNetworkTask } from './network-tasks.ts';
import type { SimulatedWire } from './simulated-wire.ts';

/** By address. In the lab, each server is one. */
const queues = new Map<string, HandshakeQueue>();

function queueOf(address: string): HandshakeQueue {
  const queue = queues.get(address) ?? new HandshakeQueue();
  queues.set(address, queue);
  return queue;
}

/**
 * Carries a handshake to its link, one at a time with an address.
 * @param socket the page's end
 */
export function startHandshake(
  link: Link,
  connection: Connection<SimulatedWire>,
  socket: WebSocket,
): void {
  queueOf(link.url ?? new URL(socket.url).host).enter((done) => {
    connection.wire.onAnswered(done);
    queueNetworkTask(() => {
      if (connection.state === 'connecting') void answer(link, connection, socket);
    });
  });
}

async function answer(link: Link, connection: Connection, socket: WebSocket): Promise<void> {
  try {
    await link.connect(connection, socket);
  } catch (error) {
    reportError(error);
    await connection.refuse(500);
  }
  if (!connection.isDecided) await connection.accept();
}
