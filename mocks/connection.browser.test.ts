/** What a page is told of what its server says, on both transports: to the letter, since both share the server. */
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { real, simulated } from './contract/subjects.ts';
import type { ServerConnection, SocketServer } from './socket-server.ts';

const SUBJECTS = { simulated, live: real(inject('liveServerUrl')) };

describe.for(['simulated', 'live'] as const)('a connection, %s', (transport) => {
  const subject = SUBJECTS[transport];
  let server: SocketServer;
  let events: string[];
  beforeEach(async () => {
    server = await subject.open('connection');
    events = [];
  });
  afterEach(() => server.dispose());

  function connect(): WebSocket {
    const socket = new subject.WebSocket(server.url);
    // One of an earlier test may end during the next.
    const mine = events;
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => void mine.push('open');
    socket.onerror = () => void mine.push('error');
    socket.onclose = ({ code, reason }) => void mine.push(`close ${code} ${reason}`.trim());
    socket.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) => {
      mine.push(typeof data === 'string' ? data : `${data.byteLength} bytes`);
    };
    return socket;
  }

  const seen = (...expected: string[]) => expect.poll(() => events).toEqual(expected);

  test.for<[string, (connection: ServerConnection) => void, string[]]>([
    ['a message', (one) => void one.send('welcome'), ['open', 'welcome']],
    ['a close', (one) => void one.close(4401, 'log in'), ['open', 'close 4401 log in']],
    ['a violation', (one) => void one.fail(), ['open', 'error', 'close 1006']],
    ['a cut cable', (one) => void one.drop(), ['error', 'close 1006']],
    [
      'a Blob between texts, and a close behind it',
      (one) => {
        for (const data of ['first', new Blob(['four']), 'third']) void one.send(data);
        void one.close(1000);
        void one.send('too late');
      },
      ['open', 'first', '4 bytes', 'third', 'close 1000'],
    ],
  ])('says as soon as someone connects: %s', async ([, say, expected]) => {
    server.onConnection(say);
    connect();
    await seen(...expected);
  });

  test('keeps what it says until the handshake is answered, and forgets it when it is refused', async () => {
    await server.hold();
    connect();
    const connection = await server.nextConnection();
    await connection.send('kept');
    expect(connection.state).toBe('connecting');
    await connection.accept();
    await seen('open', 'kept');
    events.length = 0;
    connect();
    const other = await server.nextConnection();
    await other.send('forgotten');
    await other.refuse();
    await seen('error', 'close 1006');
  });

  test('sends a Blob in its place', async () => {
    connect();
    const connection = await server.nextConnection();
    for (const data of [new Blob(['1']), 'text', new Blob(['22']), new Uint8Array(3)]) {
      void connection.send(data);
    }
    await connection.fail();
    await seen('open', '1 bytes', 'text', '2 bytes', '3 bytes', 'error', 'close 1006');
  });

  test('hears what the page has sent behind the message that makes it close', async () => {
    server.onConnection((connection) => {
      connection.onMessage((data) => {
        if (data === 'first') void connection.close(1000);
      });
    });
    const socket = connect();
    await seen('open');
    for (const text of ['first', 'second', 'third']) socket.send(text);
    await seen('open', 'close 1000');
    await server.nextClose();
    expect(server.received).toEqual(['first', 'second', 'third']);
  });

  test('agrees to an extension where it is told to', async () => {
    const plain = connect();
    await seen('open');
    expect(plain.extensions).toBe('');
    await server.accept({ extensions: 'permessage-deflate' });
    const socket = connect();
    await seen('open', 'open');
    expect(socket.extensions).toBe('permessage-deflate');
  });

  test('answers the page’s close with what it was told, and knows what the page has said', async () => {
    await server.answerClose(4008, 'as you like');
    const socket = connect();
    await seen('open');
    socket.close(4001, 'bye');
    await seen('open', 'close 4008 as you like');
    expect(await server.nextClose()).toEqual({ code: 4001, reason: 'bye', wasClean: true });
  });
});
