import * as v from 'valibot';
import { HarReader } from './har-reader.ts';
import { parseField } from './har-schema.ts';
import type { Recording } from './recording.ts';

const log = v.object({ log: v.object({ entries: v.array(v.unknown()) }) });

/**
 * Reads the WebSockets of a HAR: `JSON.parse` of a file that the panel has exported, or Chrome has saved.
 * @throws {Error} that names the field which is not what it should be, and says what to do
 */
export function readHar(har: unknown): Recording {
  const { entries } = parseField(log, har, 'HAR').log;
  const reader = new HarReader();
  for (const entry of entries) {
    const messages = messagesOf(entry);
    reader.readEntry(entry, messages !== undefined);
    if (messages) reader.readMessages(messages);
  }
  return reader.finish();
}

/** The messages of an entry that is a WebSocket. */
export function messagesOf(entry: unknown): readonly unknown[] | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const messages: unknown = Reflect.get(entry, '_webSocketMessages');
  return Array.isArray(messages) ? messages : undefined;
}
