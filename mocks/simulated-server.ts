import { Address } from './address.ts';
import { addLink } from './network.ts';
import { ServerBase } from './server-base.ts';

/** `SocketServer` over simulated connections. */
export class SimulatedServer extends ServerBase {
  readonly #removeLink: () => void;
  #isDisposed = false;

  /**
   * @param url where it listens, as `Address` takes it: there, and at each path below; or a pattern
   * @param storyId the story it belongs to, for the ledger
   * @param waitLimitMs as that of `ServerBase`
   * @throws {TypeError} for what is no address
   */
  constructor(url: string, storyId?: string, waitLimitMs?: number) {
    const address = new Address(url);
    super(url, [address], waitLimitMs);
    this.#removeLink = addLink({
      address,
      goal: 'server',
      storyId,
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
