import type { RequestHead } from '../../src/protocol/handshake.ts';
import { ABNORMAL, FarEnd } from '../far-end.ts';
import type { Closing, Payload } from '../socket-server.ts';
import type { Command } from './control-protocol.ts';

type DistributiveOmit<T, Keys extends PropertyKey> = T extends unknown ? Omit<T, Keys> : never;

/** A verb on its way to the live server, which resolves when that one has acted. */
export type Order = DistributiveOmit<Command, 'call' | 'connection' | 'latencyMs' | 'hasPayload'>;
export type Give = (order: Order, latencyMs: number, payload?: Payload) => Promise<void>;

/** The far end of one real socket, driven from the page. */
export class LiveFarEnd extends FarEnd {
  readonly id: string;
  readonly requestHead: RequestHead;
  readonly #give: Give;

  constructor(id: string, protocols: readonly string[], requestHead: RequestHead, give: Give) {
    super(protocols);
    this.id = id;
    this.requestHead = requestHead;
    this.#give = give;
  }

  /** The live server has received a message on this connection. */
  messaged(message: Payload): void {
    this.take(message);
  }

  /** The live server has seen this connection end. */
  ended(closing: Closing): void {
    this.finish(closing);
  }

  protected pause(): Promise<void> {
    return this.#give({ verb: 'stall' }, 0);
  }

  protected unpause(): Promise<void> {
    return this.#give({ verb: 'resume' }, 0);
  }

  protected answer(protocol: string): Promise<void> {
    return this.#give({ verb: 'accept', protocol }, this.latencyMs());
  }

  protected reject(status: number): Promise<void> {
    return this.#give({ verb: 'refuse', status }, this.latencyMs());
  }

  protected transmit(message: Payload): Promise<void> {
    return this.#give({ verb: 'send' }, this.latencyMs(), message);
  }

  protected startClosing(code: number | undefined, reason: string): Promise<void> {
    return this.#give({ verb: 'close', code, reason }, this.latencyMs());
  }

  protected async cut(): Promise<void> {
    await this.#give({ verb: 'drop' }, 0);
    this.finish(ABNORMAL);
  }

  protected violate(): Promise<void> {
    return this.#give({ verb: 'fail' }, this.latencyMs());
  }
}
