import { readJson, type Language, type TakesToken } from './language.ts';

/**
 * Text as it is, for what brings no protocol. `ping` is answered with `pong`. A token is in the URL, or in
 * a login as `useReliableSocket` sends it.
 */
export function plain(takesToken: TakesToken): Language {
  return {
    greet(connection) {
      const token = new URL(connection.url).searchParams.get('token');
      if (token !== null && !takesToken(token))
        void connection.close(4401, 'another token, please');
      return () => undefined;
    },
    hear(connection, data) {
      if (typeof data !== 'string') return undefined;
      if (data === 'ping') {
        void connection.send('pong');
        return undefined;
      }
      const login = readJson(data) as
        { readonly type?: string; readonly token?: string } | undefined;
      if (login?.type !== 'login') return data;
      void (takesToken(login.token)
        ? connection.send('{"type":"logged-in"}')
        : connection.close(4401, 'another token, please'));
      return undefined;
    },
    news: (_connection, text) => text,
  };
}
