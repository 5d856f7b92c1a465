import type { ServerConnection } from '../../../mocks/socket-server.ts';
import { readJson, type Language, type TakesToken } from './language.ts';

interface ClientMessage {
  readonly type: string;
  readonly id: string;
  readonly payload?: {
    readonly token?: string;
    readonly query?: string;
    readonly variables?: { readonly text: string };
  };
}

/** https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md */
export function graphqlTransportWs(takesToken: TakesToken): Language {
  const subscriptions = new WeakMap<ServerConnection, string>();
  return {
    hear(connection, data) {
      const message = readJson(data) as ClientMessage | undefined;
      if (!message) return undefined;
      const { type, id, payload } = message;
      const say = (answer: object) => void connection.send(JSON.stringify(answer));
      if (type === 'ping') say({ type: 'pong' });
      if (type === 'complete') subscriptions.delete(connection);
      if (type === 'connection_init') {
        if (takesToken(payload?.token)) say({ type: 'connection_ack' });
        // 4401 would tell this library never to come back.
        else void connection.close(4403, 'Forbidden');
      }
      if (type !== 'subscribe') return undefined;
      if (!payload?.variables) {
        subscriptions.set(connection, id);
        return undefined;
      }
      say({ id, type: 'next', payload: { data: { say: true } } });
      say({ id, type: 'complete' });
      return payload.variables.text;
    },
    news(connection, text) {
      const id = subscriptions.get(connection);
      if (id === undefined) return undefined;
      return JSON.stringify({ id, type: 'next', payload: { data: { news: text } } });
    },
    endToken: (connection) => connection.close(4403, 'Forbidden'),
  };
}
