import type { ServerConnection } from '../../socket-server.ts';
import { scenarios, type Script } from '../scenario.ts';

/** The server says something as soon as a page connects; the page waits for its last event. */
const atOnce =
  (say: (connection: ServerConnection) => void, last: 'message' | 'close'): Script =>
  async (rig) => {
    rig.server.onConnection(say);
    const socket = rig.connect();
    await rig.event(socket, last);
  };

export const early = scenarios('said before the handshake is answered', {
  'a message in the connection listener': atOnce((connection) => {
    void connection.send('welcome');
  }, 'message'),
  'bytes in the connection listener': atOnce((connection) => {
    void connection.send(new Uint8Array([1, 2]));
  }, 'message'),
  'several, and a Blob among them': async (rig) => {
    rig.server.onConnection((connection) => {
      void connection.send('first');
      void connection.send(new Blob(['second']));
      void connection.send('third');
    });
    const socket = rig.connect();
    await rig.messages(socket, 3);
  },
  'a close with a code of the application': atOnce((connection) => {
    void connection.close(4401, 'log in');
  }, 'close'),
  'a close without a code': atOnce((connection) => {
    void connection.close();
  }, 'close'),
  'a message and a close; what is sent behind it is lost': atOnce((connection) => {
    void connection.send('welcome');
    void connection.close(1013);
    void connection.send('too late');
  }, 'close'),
  'a violation': atOnce((connection) => {
    void connection.fail();
  }, 'close'),
  'a cut cable': atOnce((connection) => {
    void connection.drop();
  }, 'close'),
  'a message to the whole server': async (rig) => {
    rig.server.onConnection(() => void rig.server.send('to all'));
    const socket = rig.connect();
    await rig.event(socket, 'message');
  },
  'while it is held': async (rig) => {
    const [socket, connection] = await rig.held();
    await connection.send('early');
    await connection.close(4000, 'and over');
    await rig.quiet();
    rig.noteState('later', socket);
    await connection.accept();
    await rig.event(socket, 'close');
    rig.note('server', await rig.server.nextClose());
  },
  'and then it is refused': async (rig) => {
    const [socket, connection] = await rig.held();
    await connection.send('early');
    await connection.refuse();
    await rig.event(socket, 'close');
  },
  'and silent until later': async (rig) => {
    rig.server.onConnection((connection) => {
      void connection.send('welcome');
      void connection.stall();
    });
    const socket = rig.connect();
    await rig.quiet();
    rig.noteState('silent', socket);
    await rig.server.resume();
    await rig.event(socket, 'message');
  },
  'with latency: in order, and not before': async (rig) => {
    rig.server.latencyMs = 30;
    rig.server.onConnection((connection) => {
      void connection.send('welcome');
      void connection.close(1001);
    });
    const socket = rig.connect();
    await rig.event(socket, 'close');
  },
});
