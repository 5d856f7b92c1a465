/** What a server says of itself, on both transports: the page sees none of it. */
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { call } from './contract/scenario.ts';
import { real, simulated } from './contract/subjects.ts';
import type { ServerConnection, SocketServer } from './socket-server.ts';

const SUBJECTS = { simulated, live: real(inject('liveServerUrl')) };

describe.for(['simulated', 'live'] as const)('a server, %s', (transport) => {
  const subject = SUBJECTS[transport];
  let server: SocketServer;
  beforeEach(async () => {
    server = await subject.open('verbs');
  });
  afterEach(() => server.dispose());

  const connect = (more = '', protocols?: string[]) =>
    new subject.WebSocket(server.url + more, protocols);

  async function openOne(): Promise<[WebSocket, ServerConnection]> {
    const socket = connect();
    const connection = await server.nextConnection();
    await expect.poll(() => socket.readyState).toBe(WebSocket.OPEN);
    return [socket, connection];
  }

  test.for<[unknown, string]>([
    [{ type: 'tick' }, 'an object'],
    [[1, 2], 'an array'],
    [new Date(0), 'an object of the class Date'],
    [42, 'a number'],
    [true, 'a boolean'],
    [null, 'null'],
    [undefined, 'undefined'],
  ])('refuses to send %j, and says what to do', async ([value, what]) => {
    const [, connection] = await openOne();
    const refusal = `A message is text, an ArrayBuffer, a view of one, or a Blob, and this is ${what}. To send it as JSON, send JSON.stringify(…) of it.`;
    const send = (target: object) => call(target, 'send', value);
    await expect(send(connection)).rejects.toThrow(new TypeError(refusal));
    await expect(send(server)).rejects.toThrow(new TypeError(refusal));
  });

  test.for(['', '/', '?token=1&since=7', '/websocket?vsn=2.0.0', '/a/b/c'])(
    'knows the url that the page has connected to: …%s',
    async (more) => {
      const socket = connect(more, ['v1']);
      const { url, protocols, requestHead } = await server.nextConnection();
      expect(url).toBe(socket.url);
      expect(protocols).toEqual(['v1']);
      const headers = new Headers(requestHead?.headers.map(([name, value]) => [name, value]));
      expect(headers.get('Sec-WebSocket-Protocol')).toBe(transport === 'live' ? 'v1' : null);
      await expect.poll(() => socket.readyState).toBe(WebSocket.OPEN);
    },
  );

  test('streams as often as it is told, and says each time that it has', async () => {
    const [socket] = await openOne();
    let sent = 0;
    const heard: unknown[] = [];
    socket.onmessage = ({ data }) => heard.push(data);
    await server.stream('tick', { perSecond: 500, count: 3, onSend: () => (sent += 1) });
    expect(sent).toBe(3);
    await expect.poll(() => heard).toEqual(['tick', 'tick', 'tick']);
  });

  test('streams no more once it is aborted', async () => {
    const [socket] = await openOne();
    const abort = new AbortController();
    const { signal } = abort;
    let sent = 0;
    const stream = server.stream('tick', {
      perSecond: 500,
      count: Infinity,
      signal,
      onSend: () => (sent += 1),
    });
    await new Promise((resolve) => socket.addEventListener('message', resolve));
    const reason = new Error('enough');
    abort.abort(reason);
    await expect(stream).rejects.toBe(reason);
    const before = sent;
    // As long as five more of it would have taken.
    await server.stream('other', { perSecond: 500, count: 5 });
    expect(sent).toBe(before);
    await expect(server.stream('late', { perSecond: 500, count: 1, signal })).rejects.toBe(reason);
  });

  test('knows a Socket.IO client, whose path says nothing of the story', async () => {
    const url = new URL('/socket.io/?EIO=4&transport=websocket', server.url).href;
    const socket = new subject.WebSocket(url);
    expect((await server.nextConnection()).url).toBe(url);
    await expect.poll(() => socket.readyState).toBe(WebSocket.OPEN);
  });

  test.for(['', 'are you there?'])('gets a pong for its ping: "%s"', async (text) => {
    const [socket, connection] = await openOne();
    const seen: string[] = [];
    for (const type of ['message', 'error', 'close']) {
      socket.addEventListener(type, () => seen.push(type));
    }
    const pong = new Promise<ArrayBuffer>((resolve) => connection.onPong(resolve));
    await connection.ping(text);
    expect(new TextDecoder().decode(await pong)).toBe(text);
    expect(seen).toEqual([]);
  });

  test('gets no pong while it is silent', async () => {
    const [, connection] = await openOne();
    const heard: string[] = [];
    connection.onPong((data) => heard.push(new TextDecoder().decode(data)));
    await connection.stall();
    await connection.ping('behind the silence');
    expect(heard).toEqual([]);
    await connection.resume();
    await expect.poll(() => heard).toEqual(['behind the silence']);
  });

  test('pings with 125 bytes at most', async () => {
    const [, connection] = await openOne();
    await connection.ping('x'.repeat(125));
    const refusal =
      'A ping carries at most 125 bytes, and these are 126. Send what is longer as a message.';
    await expect(connection.ping('x'.repeat(126))).rejects.toThrow(new RangeError(refusal));
    await expect(server.ping('é'.repeat(63))).rejects.toThrow(new RangeError(refusal));
  });

  test.for(['send', 'ping', 'close', 'drop', 'fail', 'stall'] as const)(
    'says that no connection is there for %s',
    async (verb) => {
      const act = () => (verb === 'send' ? server.send('to no one') : server[verb]());
      await expect(act()).rejects.toThrow(
        `The server has no connection for \`${verb}\`: none has come yet. Wait for one first: \`await server.nextConnection()\`.`,
      );
      const [socket] = await openOne();
      await server.drop();
      await expect.poll(() => socket.readyState).toBe(WebSocket.CLOSED);
      await expect(act()).rejects.toThrow('all 1 that came are closed');
    },
  );

  test('decides about later connections without a word', async () => {
    await server.hold();
    await server.refuse();
    await server.accept();
    await server.answerClose(1000);
    await server.resume();
    server.latencyMs = 0;
    await openOne();
  });

  test.for([302, 200, 600])('refuses with no status %i', async (status) => {
    await expect(server.refuse(status)).rejects.toThrow('a status from 400 to 599');
    // What was decided before still holds.
    await openOne();
  });

  test('checks what it closes with, also where there is no connection', async () => {
    await expect(server.close(1006)).rejects.toThrow(/close code of a server/);
    await expect(server.answerClose(1000, 'x'.repeat(124))).rejects.toThrow(/close reason/);
  });
});
