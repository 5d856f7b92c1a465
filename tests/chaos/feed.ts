import { NumberedLog } from '../../mocks/protocol-servers/numbered-log.ts';
import { replaysFrom } from '../../mocks/protocol-servers/replays-from.ts';
import type { SocketServer } from '../../mocks/socket-server.ts';
import type { Pattern } from '../../src/catalogue.ts';
import type { OnPage } from './on-page.tsx';

type Promised = Pattern['receives'];

/** What happens at a server in one sequence, and what a pattern shows of it. */
export class Feed {
  readonly #promised: Promised;
  readonly #server: SocketServer;
  readonly #page: OnPage;
  /** What has happened, in order. */
  readonly events = new NumberedLog();

  constructor(promised: Promised, server: SocketServer, page: OnPage) {
    this.#promised = promised;
    this.#server = server;
    this.#page = page;
  }

  /** Makes the server one that the pattern can ask. Returns the undo. */
  start(): () => void {
    return this.#promised ? replaysFrom(this.events)(this.#server) : () => undefined;
  }

  readonly log = (text: string): void => void this.events.add(text);

  /** What is shown that must not be: an event twice, out of order, or without one before it. */
  findFalse(): string | undefined {
    const shown = this.#shown;
    const isBeginning = [shown, shown.toReversed()].some((order) =>
      order.every((text, index) => text === this.#logged[index]),
    );
    return isBeginning ? undefined : this.#describe();
  }

  /** What is not shown that must be, once server and page have been well for long enough. */
  findLost(): string | undefined {
    if (!this.#promised || !this.#page.isMounted) return undefined;
    return this.#shown.length === this.#logged.length ? undefined : this.#describe();
  }

  get #logged(): readonly string[] {
    return (this.events.since(0) ?? [])
      .map(({ body }) => body)
      .filter((body) => typeof body === 'string');
  }

  /** In the order of the page: the oldest first, or the newest. */
  get #shown(): readonly string[] {
    return [...this.#page.element.querySelectorAll('li')].flatMap(
      ({ textContent }) => /event \d+\w?/.exec(textContent)?.[0] ?? [],
    );
  }

  #describe(): string {
    return `the server has logged ${this.#logged.join(', ') || 'nothing'}, and on screen is ${this.#shown.join(', ') || 'nothing'}`;
  }
}
