import { isBelow } from './below.ts';
import { addLink } from './network.ts';
import { ServerBase } from './server-base.ts';

/** `SocketServer` over simulated connections. */
export class SimulatedServer extends ServerBase {
  readonly #removeLink: () => void;
  #isDisposed = false;

  /**
   * @param url where it listens: there, and at each path below
   * @param storyId the story it belongs to, for the ledger
   */
  constructor(url: string, storyId?: string) {
    super(url);
    this.#removeLink = addLink({
      url,
      storyId,
      test: (other) => isBelow(url, other),
      connect: (connection) => {
        // A handshake that was still on its way, or had to wait for its turn, comes to nothing.
        if (this.#isDisposed) connection.dispose();
        else this.connected(connection);
      },
    });
  }

  override dispose(): void {
    this.#isDisposed = true;
    this.#removeLink();
    super.dispose();
  }
}
