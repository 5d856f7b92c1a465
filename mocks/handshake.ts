import type { Connection } from './connection.ts';
import { HandshakeQueue } from './handshake-queue.ts';
import type { Link } from './network.ts';
import { queueNetworkTask } from './network-tasks.ts';
import type { SimulatedWire } from './simulated-wire.ts';

/** By address: each server has one of its own, as a live one has. What no server answers is told apart by host. */
const queues = new Map<string, HandshakeQueue>();
const serverQueues = new WeakMap<Link, HandshakeQueue>();

function queueOf(link: Link, url: string): HandshakeQueue {
  if (link.goal === 'server') return getOrMake(serverQueues, link);
  return getOrMake(queues, new URL(url).host);
}

interface Queues<Key> {
  get(key: Key): HandshakeQueue | undefined;
  set(key: Key, queue: HandshakeQueue): unknown;
}

function getOrMake<Key>(queues: Queues<Key>, key: Key): HandshakeQueue {
  const queue = queues.get(key) ?? new HandshakeQueue();
  queues.set(key, queue);
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
  queueOf(link, socket.url).enter((done) => {
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
