/**
 * What the lab's servers say, and what they understand: one JSON object a message, in text.
 * `body` is any JSON. The page *What the lab's servers say* shows these schemas.
 */
import * as v from 'valibot';
import type { ServerConnection } from '../socket-server.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const body = v.unknown();
const id = v.pipe(v.string(), v.minLength(1));
const device = v.object({ device: id, user: id });

/** What a page may say. */
export const pageMessage = v.variant('type', [
  // asksForToken, endsTokenAfter
  v.object({ type: v.literal('login'), token: v.string() }),
  // answersRequests
  v.object({ type: v.literal('request'), id, body }),
  v.object({ type: v.literal('abort'), id }),
  // streamsAnswers
  v.object({ type: v.literal('ask'), id, body, from: count }),
  v.object({ type: v.literal('stop'), id }),
  // acknowledges
  v.object({ type: v.literal('message'), id, body }),
  // replaysFrom
  v.object({ type: v.literal('resume'), since: count }),
  // keepsRooms
  v.object({ type: v.literal('join'), room: id, ref: id }),
  v.object({ type: v.literal('leave'), room: id }),
  v.object({ type: v.literal('say'), room: id, body }),
  // sendsSnapshotAndDeltas
  v.object({ type: v.literal('subscribe') }),
  v.object({ type: v.literal('fetch-snapshot') }),
  // collectsChunks
  v.object({ type: v.literal('upload'), id, bytes: count }),
  v.object({ type: v.literal('cancel-upload'), id }),
  // tracksPresence
  v.object({ type: v.literal('enter'), user: id }),
  v.object({ type: v.literal('typing'), isTyping: v.boolean() }),
]);
export type PageMessage = v.InferOutput<typeof pageMessage>;

/** What a server says. */
export const serverMessage = v.variant('type', [
  // asksForToken, endsTokenAfter
  v.object({ type: v.literal('logged-in') }),
  v.object({ type: v.literal('token-expires'), inMs: count }),
  // answersRequests
  v.object({ type: v.literal('reply'), id, body }),
  v.object({ type: v.literal('failure'), id, reason: v.string() }),
  // streamsAnswers
  v.object({ type: v.literal('piece'), id, n: count, text: v.string() }),
  v.object({ type: v.literal('finished'), id, count }),
  // acknowledges
  v.object({ type: v.literal('ack'), id }),
  v.object({ type: v.literal('rejected'), id, reason: v.string() }),
  v.object({ type: v.literal('message'), id, body }),
  // numbersItsMessages, replaysFrom
  v.object({ type: v.literal('event'), seq: count, body }),
  v.object({ type: v.literal('resumed'), latest: count }),
  v.object({ type: v.literal('too-old'), oldest: count, latest: count }),
  // keepsRooms
  v.object({ type: v.literal('joined'), room: id, ref: id }),
  v.object({ type: v.literal('left'), room: id }),
  v.object({ type: v.literal('refused'), room: id, ref: id, reason: v.string() }),
  v.object({ type: v.literal('said'), room: id, ref: id, body }),
  // sendsSnapshotAndDeltas
  v.object({ type: v.literal('subscribed'), seq: count }),
  v.object({ type: v.literal('snapshot'), seq: count, entries: v.record(v.string(), body) }),
  v.object({ type: v.literal('delta'), seq: count, key: v.string(), value: body }),
  // collectsChunks
  v.object({ type: v.literal('upload-at'), id, offset: count }),
  v.object({ type: v.literal('upload-failed'), id, reason: v.string() }),
  // announcesChanges
  v.object({ type: v.literal('changed'), key: id }),
  // tracksPresence
  v.object({ type: v.literal('present'), devices: v.array(device) }),
  v.object({ type: v.literal('came'), ...device.entries }),
  v.object({ type: v.literal('went'), device: id }),
  v.object({ type: v.literal('typing'), device: id, isTyping: v.boolean() }),
  // any of them
  v.object({ type: v.literal('error'), about: v.string(), reason: v.string() }),
]);
export type ServerMessage = v.InferOutput<typeof serverMessage>;

/** A message of the page, by its type. */
export type PageMessageOf<T extends PageMessage['type']> = Extract<PageMessage, { type: T }>;

/** Sends one message of the protocol. Does nothing on a connection that has ended. */
export function tell(connection: ServerConnection, message: ServerMessage): void {
  void connection.send(JSON.stringify(message));
}

/**
 * Calls back for each message of one type. Leaves every other message to other behaviours; answers one
 * that has this type and the wrong shape with `error`, and goes on.
 * @returns the undo
 */
export function onMessageOf<T extends PageMessage['type']>(
  connection: ServerConnection,
  type: T,
  listener: (message: PageMessageOf<T>) => void,
): () => void {
  return connection.onMessage((data) => {
    const value = parseJson(data);
    if (!v.is(v.object({ type: v.literal(type) }), value)) return;
    const parsed = v.safeParse(pageMessage, value);
    if (parsed.success) {
      listener(parsed.output as PageMessageOf<T>);
      return;
    }
    const [{ message, path }] = parsed.issues;
    const where = path?.map(({ key }) => String(key)).join('.') ?? 'message';
    tell(connection, { type: 'error', about: type, reason: `${where}: ${message}` });
  });
}

function parseJson(data: unknown): unknown {
  if (typeof data !== 'string') return undefined;
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
