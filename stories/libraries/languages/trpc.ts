import type { ServerConnection } from '../../../mocks/socket-server.ts';
import { readJson, type Language, type TakesToken } from './language.ts';

interface ClientMessage {
  readonly id: number;
  readonly method: string;
  readonly params?: { readonly input?: string };
  readonly data?: { readonly token?: string };
}

/** https://trpc.io/docs/server/websockets#websockets-rpc-specification */
export function trpc(takesToken: TakesToken): Language {
  const subscriptions = new WeakMap<ServerConnection, number>();

  function answer(connection: ServerConnection, { id, method, params, data }: ClientMessage) {
    const result = (value: object) => void connection.send(JSON.stringify({ id, result: value }));
    if (method === 'connectionParams' && !takesToken(data?.token))
      void connection.close(4401, 'another token, please');
    if (method === 'subscription') {
      subscriptions.set(connection, id);
      result({ type: 'started' });
    }
    if (method === 'subscription.stop') {
      subscriptions.delete(connection);
      result({ type: 'stopped' });
    }
    if (method !== 'mutation') return undefined;
    result({ type: 'data', data: true });
    return params?.input;
  }

  return {
    hear(connection, data) {
      if (data === 'PING') void connection.send('PONG');
      // What was waiting comes as one array.
      const messages = [readJson(data) as ClientMessage | undefined].flat();
      return messages.map((message) => message && answer(connection, message));
    },
    news(connection, text) {
      const id = subscriptions.get(connection);
      return id === undefined
        ? undefined
        : JSON.stringify({ id, result: { type: 'data', data: text } });
    },
  };
}
