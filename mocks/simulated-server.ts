import { WebSocketHandler } from 'msw/ws';
import { SimulatedClient } from './msw-connection.ts';
import { addLink } from './network.ts';
import { ServerBase } from './server-base.ts';
import type { SimulatedConnection } from './simulated-connection.ts';

type Connected = Parameters<WebSocketHandler['run']>[0];

/**
 * An MSW handler whose far end is a `SimulatedServer`. What `ws.link` returns would do too, but for
 * its store of clients: that one is shared between tabs, written for each connection, and never
 * forgets one.
 */
class ServerLink extends WebSocketHandler {
  readonly #connected: (connection: SimulatedConnection) => void;

  constructor(url: string, connected: (connection: SimulatedConnection) => void) {
    super(url);
    this.#connected = connected;
  }

  override async run({ client }: Connected): Promise<null> {
    if (client instanceof SimulatedClient) this.#connected(client.connection);
    return null;
  }
}

/** `SocketServer` over simulated connections. */
export class SimulatedServer extends ServerBase<SimulatedConnection> {
  readonly #removeLink: () => void;
  #isDisposed = false;

  /**
   * @param url an absolute URL; wildcards as in MSW's `ws.link`
   * @param storyId the story it belongs to, for the ledger
   */
  constructor(url: string, storyId?: string) {
    super(url);
    const handler = new ServerLink(url, (connection) => {
      // A handshake that was still on its way, or had to wait for its turn, comes to nothing.
      if (this.#isDisposed) connection.dispose();
      else this.connected(connection);
    });
    this.#removeLink = addLink(storyId === undefined ? { handler } : { handler, storyId });
  }

  override dispose(): void {
    this.#isDisposed = true;
    this.#removeLink();
    for (const connection of this.connections) connection.dispose();
    super.dispose();
  }
}
