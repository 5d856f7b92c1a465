import { repeat } from '../../../mocks/clock.ts';
import { readJson, type Language, type TakesToken } from './language.ts';

/** The defaults of Socket.IO's server. */
const PING_INTERVAL_MS = 25_000;
const OPEN = `0${JSON.stringify({
  sid: 'engine',
  upgrades: [],
  pingInterval: PING_INTERVAL_MS,
  pingTimeout: 20_000,
  maxPayload: 1_000_000,
})}`;

/** https://socket.io/docs/v4/socket-io-protocol and https://socket.io/docs/v4/engine-io-protocol */
export function socketIo(takesToken: TakesToken): Language {
  return {
    greet(connection) {
      void connection.send(OPEN);
      return repeat(1_000 / PING_INTERVAL_MS, () => void connection.send('2'));
    },
    hear(connection, data) {
      if (typeof data !== 'string') return undefined;
      if (data.startsWith('40')) {
        const { token } = (readJson(data.slice(2)) ?? {}) as { readonly token?: string };
        const isGood = takesToken(token);
        void connection.send(
          isGood ? '40{"sid":"socket"}' : '44{"message":"another token, please"}',
        );
      }
      const [, ackId, event] = /^42(\d*)(.*)$/s.exec(data) ?? [];
      if (event === undefined) return undefined;
      if (ackId) void connection.send(`43${ackId}[]`);
      return (JSON.parse(event) as readonly string[])[1];
    },
    news: (_connection, text) => `42${JSON.stringify(['news', text])}`,
  };
}
