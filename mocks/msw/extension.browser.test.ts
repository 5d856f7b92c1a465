import { WebSocketExtension } from '@mswjs/interceptors/WebSocket';
import { ws } from 'msw/ws';
import { afterEach, expect, test } from 'vitest';
import { runBoth, undoAll, type Script } from './testing.ts';

const URL_OF_TEST = 'wss://chat.test/rooms/lobby';

afterEach(undoAll);

/** A protocol over WebSocket: JSON, greeted at the start, and each frame acknowledged. */
class Json extends WebSocketExtension<object, { readonly room: string }> {
  override encode(message: object) {
    return JSON.stringify(message);
  }
  override *decode(data: unknown) {
    yield* JSON.parse(String(data)) as object[];
  }
  override connect() {
    return ['greeting', 'from the protocol'].values();
  }
  override receive(data: unknown) {
    return `got ${String(data).length}`;
  }
  override extend() {
    return { room: 'lobby' };
  }
}

test('an extension of a link encodes, decodes, and speaks for the server', async () => {
  const script: Script = async (stand) => {
    const api = ws.link(URL_OF_TEST, { extensions: [new Json()] });
    stand.use(
      api.addEventListener('connection', ({ client, room }) => {
        stand.note(room);
        client.send({ said: 'at once' });
        client.addEventListener('message', ({ data }) => {
          stand.note(JSON.stringify(data));
          client.send({ echo: data });
        });
      }),
    );
    const socket = stand.connect(URL_OF_TEST);
    await stand.until('page open');
    await stand.until('page message from the protocol');
    socket.send('[{"a":1},{"b":2}]');
    await stand.until('page message {"echo":{"b":2}}');
    await stand.until('page message got 17');
  };
  const { expected, actual } = await runBoth(script);
  // MSW means the protocol's own frames to come first, and sends them a microtask too late for that.
  expect(actual.toSorted()).toEqual(expected.toSorted());
  expect(actual.filter((line) => line.startsWith('page message'))).toEqual([
    'page message greeting',
    'page message from the protocol',
    'page message {"said":"at once"}',
    'page message got 17',
    'page message {"echo":{"a":1}}',
    'page message {"echo":{"b":2}}',
  ]);
});
