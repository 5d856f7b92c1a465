import type { Message, ServerConnection } from '../../socket-server.ts';
import { scenarios, type Script } from '../scenario.ts';

/** The server sends each of these, and says what it made of it. */
const sends =
  (...messages: Message[]): Script =>
  async (rig) => {
    const [socket, connection] = await rig.opened();
    socket.binaryType = 'arraybuffer';
    const all = rig.messages(socket, messages.length);
    for (const message of messages) void connection.send(message);
    await all;
  };

/** The page closes with these arguments, and the server answers with others. */
const answers =
  (answer: [code?: number, reason?: string], ...page: [code?: number, reason?: string]): Script =>
  async (rig) => {
    const [socket, connection] = await rig.opened();
    await connection.answerClose(...answer);
    socket.close(...page);
    await rig.event(socket, 'close');
    rig.note('server', await rig.server.nextClose());
  };

/** What answers the server's pings. Noted at the end: its order to the page's events is no one's promise. */
function pongsOf(connection: ServerConnection): readonly ArrayBuffer[] {
  const pongs: ArrayBuffer[] = [];
  connection.onPong((data) => pongs.push(data));
  return pongs;
}

/** On a connection that is compressed, the server says all of this at once, and then what is no frame. */
const violatesCompressed =
  (...says: ((connection: ServerConnection) => void)[]): Script =>
  async (rig) => {
    const [socket, connection] = await rig.held();
    const pongs = pongsOf(connection);
    await connection.accept({ extensions: 'permessage-deflate' });
    await rig.event(socket, 'open');
    await connection.stall();
    for (const say of says) say(connection);
    void connection.fail();
    await connection.resume();
    await rig.event(socket, 'close');
    await rig.server.nextClose();
    rig.note('pongs', pongs);
  };

export const serverVerbs = scenarios('what the server can do', {
  'sends each type': sends('text', new Uint8Array([1, 2]), new Uint16Array([3]).buffer, ''),
  'sends a Blob in its place': sends('before', new Blob(['blob']), 'after', new Blob([]), 'last'),
  'sends a view of more': sends(new DataView(new Uint8Array([1, 2, 3, 4]).buffer, 1, 2)),
  'closes behind a Blob': async (rig) => {
    const [socket, connection] = await rig.opened();
    void connection.send(new Blob(['last words']));
    void connection.close(1000);
    await rig.event(socket, 'close');
  },
  'answers a close with another code': answers([4002, 'as you like'], 4001, 'bye'),
  'answers a close without a code': answers([4002], undefined),
  'answers a close with no code': answers([], 3000, 'bye'),
  'answers a close with a code that no page may use': answers([1001], 1000),
  'has said so before the socket was there': async (rig) => {
    await rig.server.answerClose(4008, 'enough');
    const [socket] = await rig.opened();
    socket.close();
    await rig.event(socket, 'close');
  },
  'has an answer, and closes first itself': async (rig) => {
    const [socket, connection] = await rig.opened();
    await connection.answerClose(4002);
    await connection.close(4003);
    await rig.event(socket, 'close');
    rig.note('server', await rig.server.nextClose());
  },
  'agrees to an extension': async (rig) => {
    const [socket, connection] = await rig.held();
    rig.note('before', socket.extensions);
    await connection.accept({ extensions: 'permessage-deflate' });
    await rig.event(socket, 'open');
    rig.note('extensions', socket.extensions);
    socket.send('x'.repeat(5_000));
    rig.note('server', await rig.server.nextMessage());
    await connection.send('y'.repeat(5_000));
    await rig.event(socket, 'message');
    await connection.fail();
    await rig.event(socket, 'close');
    rig.note('after', socket.extensions);
  },
  'hears what the page has sent behind the message that makes it close': async (rig) => {
    const [socket, connection] = await rig.opened();
    connection.onMessage((data) => {
      if (data === 'first') void connection.close(1000);
    });
    for (const text of ['first', 'second', 'third']) socket.send(text);
    await rig.event(socket, 'close');
    await rig.server.nextClose();
    rig.note('server', connection.received);
  },
  'pings behind its violation: no one answers': async (rig) => {
    const [socket, connection] = await rig.opened();
    const pongs = pongsOf(connection);
    await connection.stall();
    void connection.ping('before');
    void connection.fail();
    void connection.ping('behind');
    await connection.resume();
    await rig.event(socket, 'close');
    rig.note('server', await rig.server.nextClose());
    await rig.quiet();
    rig.note('pongs', pongs);
  },
  'pings a page that has said Close: no one answers': async (rig) => {
    const [socket, connection] = await rig.opened();
    const pongs = pongsOf(connection);
    await connection.stall();
    void connection.ping();
    socket.close(4001, 'bye');
    // The page's Close frame has left before the ping arrives.
    await rig.quiet();
    await connection.resume();
    await rig.event(socket, 'close');
    rig.note('server', await rig.server.nextClose());
    rig.note('pongs', pongs);
  },
  'pings behind a protocol that was not offered: no one answers': async (rig) => {
    const [socket, connection] = await rig.held(['a']);
    const pongs = pongsOf(connection);
    await connection.stall();
    void connection.accept({ protocol: 'b' });
    void connection.ping();
    await connection.resume();
    await rig.event(socket, 'close');
    rig.note('server', await rig.server.nextClose());
    await rig.quiet();
    rig.note('pongs', pongs);
  },
  'refuses in silence: no one knows until it ends': async (rig) => {
    const [socket, connection] = await rig.held();
    let hasEnded = false;
    connection.onClose(() => (hasEnded = true));
    await connection.stall();
    await connection.refuse();
    await rig.quiet();
    rig.note('the server knows', hasEnded);
    await connection.resume();
    await rig.event(socket, 'close');
    rig.note('server', await rig.server.nextClose());
  },
  'fails behind a message, compressed: the page hears nothing of it': violatesCompressed(
    (connection) => void connection.send('lost'),
  ),
  'fails behind a ping, compressed: it is answered': violatesCompressed(
    (connection) => void connection.ping('heard'),
    (connection) => void connection.send('lost'),
  ),
  'fails behind all that is behind a message, compressed': violatesCompressed(
    (connection) => void connection.send('lost'),
    (connection) => void connection.ping('lost'),
    (connection) => void connection.close(4000),
  ),
  'accepts, and cuts the cable before the answer arrives': async (rig) => {
    const [socket, connection] = await rig.held();
    rig.server.latencyMs = 60_000;
    void connection.accept();
    await connection.drop();
    await rig.event(socket, 'close');
  },
});
