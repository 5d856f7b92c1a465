import type { SocketServer } from '../../../mocks/socket-server.ts';
import { fromBase64 } from '../../../src/protocol/base64.ts';
import type { Command } from '../model/command.ts';
import type { Content } from '../model/socket-event.ts';
import { BEHAVIOURS } from './behaviours.ts';

/** Makes one story's server do what the user chooses in the panel. */
export class Driver {
  readonly #server: SocketServer;
  #behaviour: string | undefined;
  #undoBehaviour: () => void = () => undefined;

  constructor(server: SocketServer) {
    this.#server = server;
  }

  get behaviour(): string | undefined {
    return this.#behaviour;
  }

  /** @throws what the verb throws: a code or reason that no Close frame carries, and the like */
  async run(command: Command): Promise<void> {
    const server = this.#server;
    switch (command.verb) {
      case 'refuse':
        return server.refuse(command.status);
      case 'send':
        return server.send(toData(command.content));
      case 'close':
        return server.close(command.code, command.reason);
      case 'behave':
        this.#undoBehaviour();
        this.#behaviour = command.behaviour;
        this.#undoBehaviour = BEHAVIOURS[command.behaviour ?? '']?.()(server) ?? (() => undefined);
        return;
      case 'control':
      case 'record':
      case 'remount':
        return; // nothing that the server does: a Control drives it by itself
      default:
        return server[command.verb]();
    }
  }

  dispose(): void {
    this.#undoBehaviour();
  }
}

function toData(content: Content): string | Uint8Array {
  if (content.kind === 'text') return content.text;
  return fromBase64(content.base64);
}
