import { readJson, type Language, type TakesToken } from './language.ts';

type Message = readonly [
  joinRef: string | null,
  ref: string | null,
  topic: string,
  event: string,
  payload: { readonly text?: string },
];

/** https://hexdocs.pm/phoenix/writing_a_channels_client.html */
export function phoenixChannels(takesToken: TakesToken): Language {
  return {
    greet(connection) {
      const token = new URL(connection.url).searchParams.get('token');
      // A Phoenix server refuses the handshake itself.
      if (token !== null && !takesToken(token)) void connection.refuse(403);
      return () => undefined;
    },
    hear(connection, data) {
      const message = readJson(data) as Message | undefined;
      if (!message) return undefined;
      const [joinRef, ref, topic, event, { text }] = message;
      const reply = [joinRef, ref, topic, 'phx_reply', { status: 'ok', response: {} }];
      void connection.send(JSON.stringify(reply));
      return event === 'say' ? text : undefined;
    },
    news: (_connection, text) => JSON.stringify([null, null, 'news', 'news', { text }]),
  };
}
