import { ABNORMAL } from '../connection.ts';
import type { Payload } from '../socket-server.ts';
import type { Answer, ServerEnd, Wire } from '../wire.ts';
import type { Command } from './control-protocol.ts';

type DistributiveOmit<T, Keys extends PropertyKey> = T extends unknown ? Omit<T, Keys> : never;

/** A verb on its way to the live server. */
export type Order = DistributiveOmit<Command, 'call' | 'connection' | 'latencyMs' | 'hasPayload'>;
/** Resolves when the live server has acted. */
export type Give = (order: Order, latencyMs: number, payload?: Payload) => Promise<void>;

/** Has each verb carried out by the live server, which holds the other end of a real socket. */
export class RemoteWire implements Wire {
  readonly #server: ServerEnd;
  readonly #give: Give;

  constructor(server: ServerEnd, give: Give) {
    this.#server = server;
    this.#give = give;
  }

  accept(answer: Answer): Promise<void> {
    return this.#send({ verb: 'accept', ...answer });
  }

  refuse(status: number): Promise<void> {
    return this.#send({ verb: 'refuse', status });
  }

  send(message: Payload): Promise<void> {
    return this.#send({ verb: 'send' }, message);
  }

  ping(data: ArrayBuffer): Promise<void> {
    return this.#send({ verb: 'ping' }, data);
  }

  close(code: number | undefined, reason: string): Promise<void> {
    return this.#send({ verb: 'close', code, reason });
  }

  answerClose(code: number | undefined, reason: string): Promise<void> {
    return this.#give({ verb: 'answerClose', code, reason }, 0);
  }

  async drop(): Promise<void> {
    await this.#give({ verb: 'drop' }, 0);
    this.#server.closed(ABNORMAL);
  }

  fail(): Promise<void> {
    return this.#send({ verb: 'fail' });
  }

  stall(): Promise<void> {
    return this.#give({ verb: 'stall' }, 0);
  }

  resume(): Promise<void> {
    return this.#give({ verb: 'resume' }, 0);
  }

  dispose(): void {
    // The end of the control channel cuts every connection of this page.
  }

  #send(order: Order, payload?: Payload): Promise<void> {
    return this.#give(order, this.#server.latencyMs(), payload);
  }
}
