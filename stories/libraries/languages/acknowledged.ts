import { readJson, type Language } from './language.ts';

/** The lab's own: each message has an id, is acknowledged, and counts once. */
export function acknowledged(): Language {
  const taken = new Set<string>();
  return {
    hear(connection, data) {
      const message = readJson(data) as
        { readonly type?: string; readonly id: string; readonly body: string } | undefined;
      if (message?.type !== 'message') return undefined;
      const isNew = !taken.has(message.id);
      taken.add(message.id);
      void connection.send(JSON.stringify({ type: 'ack', id: message.id }));
      return isNew ? message.body : undefined;
    },
    news: (_connection, text) => text,
  };
}
