import type { HeardServer } from '../../story/heard-server.ts';
import type { Session } from '../../story/session.ts';
import { fromBase64 } from '../../../src/protocol/base64.ts';
import type { Command } from '../model/command.ts';
import type { Content } from '../model/socket-event.ts';
import { BEHAVIOURS } from './behaviours.ts';

interface ChosenBehaviour {
  readonly name: string;
  readonly undo: () => void;
}

/** Makes one story's server do what the user chooses in the panel, or one of its several servers. */
export class PanelDriver {
  readonly #session: Pick<Session, 'server' | 'remount'>;
  /** By the name of the server; that of all servers has none. */
  readonly #behaviours = new Map<string | undefined, ChosenBehaviour>();

  constructor(session: Pick<Session, 'server' | 'remount'>) {
    this.#session = session;
  }

  /** @param server the name of one of several. @default what was chosen for all of them */
  behaviourOf(server?: string): string | undefined {
    return this.#behaviours.get(server)?.name;
  }

  /**
   * @throws what the verb throws: a code or reason that no Close frame carries, and the like
   * @throws {TypeError} for a server that the story does not have
   */
  async perform(command: Exclude<Command, { verb: 'record' | 'replay' }>): Promise<void> {
    if (command.verb === 'remount') {
      this.#session.remount();
      return;
    }
    const server = this.#find(command.server);
    switch (command.verb) {
      case 'refuse':
        return server.refuse(command.status);
      case 'send':
        return server.send(toData(command.content));
      case 'close':
        return server.close(command.code, command.reason);
      case 'behave':
        this.#undoBehaviour(command.server);
        this.#behave(server, command.server, command.behaviour);
        return;
      default:
        return server[command.verb]();
    }
  }

  dispose(): void {
    for (const server of [...this.#behaviours.keys()]) this.#undoBehaviour(server);
  }

  #find(name: string | undefined): HeardServer {
    const { server } = this.#session;
    if (name === undefined) return server;
    const found = new Map(Object.entries(server.servers)).get(name);
    if (!found) {
      throw new TypeError(`This story has no server named \`${name}\`, so nothing was done.`);
    }
    return found;
  }

  #behave(server: HeardServer, serverName: string | undefined, name = ''): void {
    const make = BEHAVIOURS[name];
    if (!make) return;
    this.#behaviours.set(serverName, { name, undo: server.behave(make()) });
  }

  #undoBehaviour(server: string | undefined): void {
    this.#behaviours.get(server)?.undo();
    this.#behaviours.delete(server);
  }
}

function toData(content: Content): string | Uint8Array {
  if (content.kind === 'text') return content.text;
  return fromBase64(content.base64);
}
