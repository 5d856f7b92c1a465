import { repeat } from '../../../mocks/clock.ts';
import type { ServerConnection } from '../../../mocks/socket-server.ts';
import type { Language, TakesToken } from './language.ts';

/** The default of Centrifugo. */
const PING_SECONDS = 25;

interface Command {
  readonly id: number;
  readonly connect?: { readonly token?: string };
  readonly subscribe?: object;
  readonly publish?: { readonly data: string };
}

/** https://centrifugal.dev/docs/transports/client_protocol */
export function centrifugo(takesToken: TakesToken): Language {
  function answer(connection: ServerConnection, { id, connect, subscribe, publish }: Command) {
    const say = (reply: object) => void connection.send(JSON.stringify({ id, ...reply }));
    if (connect) {
      if (takesToken(connect.token))
        say({ connect: { client: 'client', version: '6', ping: PING_SECONDS, pong: true } });
      else say({ error: { code: 109, message: 'token expired' } });
    }
    if (subscribe) say({ subscribe: {} });
    if (!publish) return undefined;
    say({ publish: {} });
    return publish.data;
  }

  return {
    greet: (connection) => repeat(1 / PING_SECONDS, () => void connection.send('{}')),
    hear(connection, data) {
      if (typeof data !== 'string') return undefined;
      // Commands that were waiting come as lines of one message.
      const commands = data.split('\n').map((line) => JSON.parse(line) as Command);
      return commands.map((command) => answer(connection, command));
    },
    news: (_connection, text) => JSON.stringify({ push: { channel: 'news', pub: { data: text } } }),
    endToken: (connection) => connection.close(3005, 'connection expired'),
  };
}
