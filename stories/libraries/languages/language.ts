import { forEachConnection } from '../../../mocks/behaviour.ts';
import type {
  Message,
  Payload,
  ServerConnection,
  SocketServer,
} from '../../../mocks/socket-server.ts';

type Texts = string | undefined | readonly (string | undefined)[];

/** What a server of one protocol says, and understands. One object serves one server. */
export interface Language {
  /** Says what the protocol says first, and what it says by itself. The undo is called at the end. */
  readonly greet?: (connection: ServerConnection) => () => void;
  /** Answers as the protocol does. Returns what of it is the application's: one text, several, or none. */
  readonly hear: (connection: ServerConnection, data: Payload) => Texts;
  /** A piece of news for the application; nothing where this page has not asked for news. */
  readonly news: (connection: ServerConnection, text: string) => Message | undefined;
  /** Refuses a token, or ends it, as a server of this protocol does. @default closes with 4401 */
  readonly endToken?: (connection: ServerConnection) => Promise<void>;
}

/** Whether a token is good. */
export type TakesToken = (token: string | undefined) => boolean;

/** A server that speaks a library's protocol, and what its pages have said. */
export class Speaker {
  readonly #server: SocketServer;
  readonly #language: Language;
  readonly #said: string[] = [];
  readonly #stop: () => void;

  constructor(server: SocketServer, language: Language) {
    this.#server = server;
    this.#language = language;
    this.#stop = forEachConnection((connection) => {
      const stopGreeting = language.greet?.(connection);
      const stopHearing = connection.onMessage((data) => {
        const texts = [language.hear(connection, data)].flat();
        this.#said.push(...texts.filter((text) => text !== undefined));
      });
      return () => {
        stopHearing();
        stopGreeting?.();
      };
    })(server);
  }

  /** The application's texts, in the order of their arrival. */
  get said(): readonly string[] {
    return this.#said;
  }

  /** Tells each page that is connected. */
  async tell(text: string): Promise<void> {
    await Promise.all(
      this.#server.open.map(async (connection) => {
        const message = this.#language.news(connection, text);
        if (message !== undefined) await connection.send(message);
      }),
    );
  }

  /** Ends the token of each page that is connected. */
  async endTokens(): Promise<void> {
    const end =
      this.#language.endToken ??
      ((connection: ServerConnection) => connection.close(4401, 'the token has ended'));
    await Promise.all(this.#server.open.map(end));
  }

  stop(): void {
    this.#stop();
  }
}

/** The JSON of a text message; nothing for what is none. */
export function readJson(data: Payload): unknown {
  if (typeof data !== 'string') return undefined;
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
