import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import { ControlReader, type Command, type Report } from './control-protocol.ts';
import { LiveConnection, type Upgrade } from './live-connection.ts';

/** What one page drives: its control channel, and its connections. */
export class Room {
  readonly #control: WebSocket;
  readonly #connections = new Map<string, LiveConnection>();
  #connectionCount = 0;

  constructor(control: WebSocket) {
    this.#control = control;
    let isBinary = false;
    const reader = new ControlReader<Command, RawData>((command, payload) => {
      this.#run(command, payload, isBinary);
    });
    control.on('message', (data, binary) => {
      isBinary = binary;
      try {
        reader.frame(data);
      } catch {
        control.close(1007, 'The control channel takes JSON');
      }
    });
    control.on('error', () => control.terminate());
  }

  /** Tells the page where its sockets go. */
  listening(url: string): void {
    this.#report({ report: 'listening', url });
  }

  /** Holds a handshake until the page says what becomes of it. */
  connect(request: IncomingMessage, socket: Duplex, upgrade: Upgrade): void {
    // Its handshake has overtaken the end of the control channel.
    if (this.#control.readyState !== this.#control.OPEN) {
      socket.destroy();
      return;
    }
    const id = `live-${++this.#connectionCount}`;
    const connection = new LiveConnection(request, socket, upgrade, {
      message: (data, isBinary) => {
        this.#report({ report: 'message', connection: id, hasPayload: true });
        this.#control.send(data, { binary: isBinary });
      },
      pong: (data) => {
        this.#report({ report: 'pong', connection: id, hasPayload: true });
        this.#control.send(data);
      },
      closed: (closing) => {
        this.#connections.delete(id);
        this.#report({ report: 'closed', connection: id, ...closing });
      },
    });
    this.#connections.set(id, connection);
    const { protocols, requestHead } = connection;
    this.#report({ report: 'connection', connection: id, protocols, requestHead });
  }

  /** Cuts every connection: no one is left to drive them. */
  dispose(): void {
    for (const connection of this.#connections.values()) connection.cut();
    this.#control.terminate();
  }

  #run(command: Command, payload: RawData | undefined, isBinary: boolean): void {
    const { call } = command;
    const fail = (error: unknown) => {
      this.#report({ report: 'failed', call, error: String(error) });
    };
    const connection = this.#connections.get(command.connection);
    // One that has ended meanwhile has nothing left to do.
    const isTaken = connection?.run(command, payload, isBinary, fail) ?? true;
    if (isTaken) this.#report({ report: 'done', call });
  }

  #report(report: Report): void {
    this.#control.send(JSON.stringify(report));
  }
}
