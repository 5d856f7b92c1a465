import type { Behaviour } from '../../mocks/behaviour.ts';
import { acknowledges } from '../../mocks/protocol-servers/acknowledges.ts';
import type { NumberedLog } from '../../mocks/protocol-servers/numbered-log.ts';
import { asksForToken } from '../../mocks/protocol-servers/asks-for-token.ts';
import type { SocketServer } from '../../mocks/socket-server.ts';
import type { Pattern } from '../../src/catalogue.ts';
import type { OnPage } from './on-page.tsx';

type Promised = Pattern['delivers'];

/** What the user says to a pattern in one sequence, and what its server takes of it. */
export class Delivery {
  readonly #promised: Promised;
  readonly #server: SocketServer;
  readonly #page: OnPage;
  readonly #acknowledges: ReturnType<typeof acknowledges>;
  /** Each text with the life that it belongs to: one mount, at one URL. */
  readonly #said: { readonly text: string; readonly life: number }[] = [];

  /** @param log where the server adds each message, instead of sending it back */
  constructor(promised: Promised, server: SocketServer, page: OnPage, log?: NumberedLog) {
    this.#promised = promised;
    this.#server = server;
    this.#page = page;
    const isEchoed = promised === 'shown once' && !log;
    this.#acknowledges = acknowledges({ echo: isEchoed ? 'after' : 'never', ...(log && { log }) });
  }

  /** Makes the server one that the pattern can speak to. Returns the undo. */
  start(): () => void {
    const behaviours: Record<NonNullable<Promised>, Behaviour> = {
      'at most once': asksForToken(),
      'exactly once': this.#acknowledges,
      'shown once': this.#acknowledges,
    };
    return this.#promised ? behaviours[this.#promised](this.#server) : () => undefined;
  }

  readonly say = (text: string): void => {
    if (this.#page.say(text)) this.#add(text);
  };

  /** A button may send what the field holds: what the pattern has put back is said again then. */
  readonly press = (button: number): void => {
    const sent = this.#page.press(button);
    if (sent !== undefined) this.#add(sent);
  };

  /**
   * What has arrived that must not: a message more often than it was said, or behind one that was
   * said later in the same life.
   */
  findFalse(): string | undefined {
    const said = this.#said.map(({ text }) => text);
    const taken = this.#taken;
    if (taken.some((text) => count(taken, text) > count(said, text))) return this.#describe(said);
    for (const life of new Set(this.#said.map((each) => each.life))) {
      const order = this.#saidIn(life).filter((text) => count(said, text) === 1);
      const places = taken.map((text) => order.indexOf(text)).filter((place) => place >= 0);
      const isInOrder = places.every((place, index) => place > (places[index - 1] ?? -1));
      if (!isInOrder) return this.#describe(order);
    }
    const shown = this.#promised === 'shown once' ? this.#shown : [];
    const tooOften = shown.find((text) => count(shown, text) > count(said, text));
    return tooOften && `${tooOften} is on screen more often than the user has said it`;
  }

  /** What has not arrived that must have, once the server has been well for long enough. */
  findLost(): string | undefined {
    if (this.#promised === 'at most once' || !this.#page.isMounted) return undefined;
    const due = this.#saidIn(this.#page.lives);
    return due.every((text) => this.#taken.includes(text)) ? undefined : this.#describe(due);
  }

  /** What stands on screen of what the user has said, one for each item of a list. */
  get #shown(): readonly string[] {
    return [...this.#page.element.querySelectorAll('li')].flatMap(
      ({ textContent }) => nameIn(textContent) ?? [],
    );
  }

  #add(said: string): void {
    const text = nameIn(said);
    if (text !== undefined) this.#said.push({ text, life: this.#page.lives });
  }

  #saidIn(life: number): readonly string[] {
    return this.#said.filter((each) => each.life === life).map(({ text }) => text);
  }

  get #taken(): readonly string[] {
    const taken =
      this.#promised === 'at most once'
        ? this.#server.received
        : this.#acknowledges.kept.map(({ body }) => body);
    return taken.flatMap((body) => (typeof body === 'string' && nameIn(body)) || []);
  }

  #describe(said: readonly string[]): string {
    return `the user has said ${said.join(', ')}, and the server has taken ${this.#taken.join(', ') || 'nothing'}`;
  }
}

/** What a command has typed. Of several texts that came back into one field, the first stands for all. */
function nameIn(text: string): string | undefined {
  return /own \d+\w?/.exec(text)?.[0];
}

function count(texts: readonly string[], text: string): number {
  return texts.filter((other) => other === text).length;
}
