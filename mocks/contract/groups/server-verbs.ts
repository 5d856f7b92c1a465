import type { Message, ServerConnection } from '../../socket-server.ts';
import { scenarios, type Script } from '../scenario.ts';

/** The server sends each of these, and says what it made of it. */
const sends =
  (...messages: Message[]): Script =>
  async (lab) => {
    const [socket, connection] = await lab.opened();
    socket.binaryType = 'arraybuffer';
    const all = lab.messages(socket, messages.length);
    for (const message of messages) void connection.send(message);
    await all;
  };

/** The page closes with these arguments, and the server answers with others. */
const answers =
  (answer: [code?: number, reason?: string], ...page: [code?: number, reason?: string]): Script =>
  async (lab) => {
    const [socket, connection] = await lab.opened();
    await connection.answerClose(...answer);
    socket.close(...page);
    await lab.event(socket, 'close');
    lab.note('server', await lab.server.nextClose());
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
  async (lab) => {
    const [socket, connection] = await lab.held();
    const pongs = pongsOf(connection);
    await connection.accept({ extensions: 'permessage-deflate' });
    await lab.event(socket, 'open');
    await connection.stall();
    for (const say of says) say(connection);
    void connection.fail();
    await connection.resume();
    await lab.event(socket, 'close');
    await lab.server.nextClose();
    lab.note('pongs', pongs);
  };

export const serverVerbs = scenarios('what the server can do', {
  'sends each type': sends('text', new Uint8Array([1, 2]), new Uint16Array([3]).buffer, ''),
  'sends a Blob in its place': sends('before', new Blob(['blob']), 'after', new Blob([]), 'last'),
  'sends a view of more': sends(new DataView(new Uint8Array([1, 2, 3, 4]).buffer, 1, 2)),
  'closes behind a Blob': async (lab) => {
    const [socket, connection] = await lab.opened();
    void connection.send(new Blob(['last words']));
    void connection.close(1000);
    await lab.event(socket, 'close');
  },
  'answers a close with another code': answers([4002, 'as you like'], 4001, 'bye'),
  'answers a close without a code': answers([4002], undefined),
  'answers a close with no code': answers([], 3000, 'bye'),
  'answers a close with a code that no page may use': answers([1001], 1000),
  'has said so before the socket was there': async (lab) => {
    await lab.server.answerClose(4008, 'enough');
    const [socket] = await lab.opened();
    socket.close();
    await lab.event(socket, 'close');
  },
  'has an answer, and closes first itself': async (lab) => {
    const [socket, connection] = await lab.opened();
    await connection.answerClose(4002);
    await connection.close(4003);
    await lab.event(socket, 'close');
    lab.note('server', await lab.server.nextClose());
  },
  'agrees to an extension': async (lab) => {
    const [socket, connection] = await lab.held();
    lab.note('before', socket.extensions);
    await connection.accept({ extensions: 'permessage-deflate' });
    await lab.event(socket, 'open');
    lab.note('extensions', socket.extensions);
    socket.send('x'.repeat(5_000));
    lab.note('server', await lab.server.nextMessage());
    await connection.send('y'.repeat(5_000));
    await lab.event(socket, 'message');
    await connection.fail();
    await lab.event(socket, 'close');
    lab.note('after', socket.extensions);
  },
  'hears what the page has sent behind the message that makes it close': async (lab) => {
    const [socket, connection] = await lab.opened();
    connection.onMessage((data) => {
      if (data === 'first') void connection.close(1000);
    });
    for (const text of ['first', 'second', 'third']) socket.send(text);
    await lab.event(socket, 'close');
    await lab.server.nextClose();
    lab.note('server', connection.received);
  },
  'pings behind its violation: no one answers': async (lab) => {
    const [socket, connection] = await lab.opened();
    const pongs = pongsOf(connection);
    await connection.stall();
    void connection.ping('before');
    void connection.fail();
    void connection.ping('behind');
    await connection.resume();
    await lab.event(socket, 'close');
    lab.note('server', await lab.server.nextClose());
    await lab.quiet();
    lab.note('pongs', pongs);
  },
  'pings a page that has said Close: no one answers': async (lab) => {
    const [socket, connection] = await lab.opened();
    const pongs = pongsOf(connection);
    await connection.stall();
    void connection.ping();
    socket.close(4001, 'bye');
    // The page's Close frame has left before the ping arrives.
    await lab.quiet();
    await connection.resume();
    await lab.event(socket, 'close');
    lab.note('server', await lab.server.nextClose());
    lab.note('pongs', pongs);
  },
  'pings behind a protocol that was not offered: no one answers': async (lab) => {
    const [socket, connection] = await lab.held(['a']);
    const pongs = pongsOf(connection);
    await connection.stall();
    void connection.accept({ protocol: 'b' });
    void connection.ping();
    await connection.resume();
    await lab.event(socket, 'close');
    lab.note('server', await lab.server.nextClose());
    await lab.quiet();
    lab.note('pongs', pongs);
  },
  'refuses in silence: no one knows until it ends': async (lab) => {
    const [socket, connection] = await lab.held();
    let hasEnded = false;
    connection.onClose(() => (hasEnded = true));
    await connection.stall();
    await connection.refuse();
    await lab.quiet();
    lab.note('the server knows', hasEnded);
    await connection.resume();
    await lab.event(socket, 'close');
    lab.note('server', await lab.server.nextClose());
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
  'accepts, and cuts the cable before the answer arrives': async (lab) => {
    const [socket, connection] = await lab.held();
    lab.server.latencyMs = 60_000;
    void connection.accept();
    await connection.drop();
    await lab.event(socket, 'close');
  },
});
