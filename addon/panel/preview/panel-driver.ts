import type { Session } from '../../story/session.ts';
import { fromBase64 } from '../../../src/protocol/base64.ts';
import type { Command } from '../model/command.ts';
import type { Content } from '../model/socket-event.ts';
import { BEHAVIOURS } from './behaviours.ts';

/** Makes one story's server do what the user chooses in the panel. */
export class PanelDriver {
  readonly #session: Pick<Session, 'server' | 'remount'>;
  #behaviour: string | undefined;
  #undoBehaviour: () => void = () => undefined;

  constructor(session: Pick<Session, 'server' | 'remount'>) {
    this.#session = session;
  }

  get behaviour(): string | undefined {
    return this.#behaviour;
  }

  /** @throws what the verb throws: a code or reason that no Close frame carries, and the like */
  async perform(command: Exclude<Command, { verb: 'record' | 'replay' }>): Promise<void> {
    const { server } = this.#session;
    switch (command.verb) {
      case 'refuse':
        return server.refuse(command.status);
      case 'send':
        return server.send(toData(command.content));
      case 'close':
        return server.close(command.code, command.reason);
      case 'behave':
        this.#behave(command.behaviour);
        return;
      case 'remount':
        this.#session.remount();
        return;
      default:
        return server[command.verb]();
    }
  }

  dispose(): void {
    this.#undoBehaviour();
  }

  #behave(name: string | undefined): void {
    this.#undoBehaviour();
    this.#behaviour = name;
    const make = BEHAVIOURS[name ?? ''];
    this.#undoBehaviour = make ? this.#session.server.behave(make()) : () => undefined;
  }
}

function toData(content: Content): string | Uint8Array {
  if (content.kind === 'text') return content.text;
  return fromBase64(content.base64);
}
