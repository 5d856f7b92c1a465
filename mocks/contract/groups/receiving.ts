import { scenarios, type Script } from '../scenario.ts';

/** What the server sends, and what the page gets with a `binaryType`. */
const receives =
  (binaryType: BinaryType, data: string | ArrayBuffer | ArrayBufferView): Script =>
  async (rig) => {
    const [socket, connection] = await rig.opened();
    socket.binaryType = binaryType;
    const all = rig.messages(socket, 1);
    await connection.send(data);
    const [received] = await all;
    if (received instanceof Blob) rig.note('in the Blob', await received.arrayBuffer());
  };

const BYTES = new Uint8Array([0, 1, 127, 128, 255]);

export const receiving = scenarios('receiving', {
  'text as blob: stays text': receives('blob', 'hello'),
  'text as arraybuffer: stays text': receives('arraybuffer', 'hello'),
  'empty text': receives('blob', ''),
  'text of all kinds': receives('blob', 'é€😀\0\r\n\uFEFF'),
  'a lone surrogate has been replaced': receives('blob', 'a\uD800b'),
  'bytes as blob': receives('blob', BYTES.buffer),
  'bytes as arraybuffer': receives('arraybuffer', BYTES.buffer),
  'no bytes as blob': receives('blob', new ArrayBuffer(0)),
  'no bytes as arraybuffer': receives('arraybuffer', new ArrayBuffer(0)),
  'a part of a buffer': receives('arraybuffer', BYTES.subarray(1, 3)),
  'one MiB of text': receives('blob', 'x'.repeat(2 ** 20)),
  'one MiB as blob': receives('blob', new Uint8Array(2 ** 20).fill(7)),
  'one MiB as arraybuffer': receives('arraybuffer', new Uint8Array(2 ** 20).fill(7)),

  'binaryType is asked at each message': async (rig) => {
    const [socket, connection] = await rig.opened();
    socket.addEventListener('message', () => {
      socket.binaryType = socket.binaryType === 'blob' ? 'arraybuffer' : 'blob';
    });
    const all = rig.messages(socket, 4);
    for (let count = 0; count < 4; count++) void connection.send(BYTES);
    await all;
  },

  'binaryType takes no other value, in any state': async (rig) => {
    const [socket, connection] = await rig.held();
    const tryAll = () => {
      for (const value of ['arraybuffer', 'Blob', '', 'bytes', null, undefined, 7, 'blob']) {
        rig.attempt('set', () => Reflect.set(socket, 'binaryType', value));
        rig.note('binaryType', socket.binaryType);
      }
      rig.attempt('a symbol', () => Reflect.set(socket, 'binaryType', Symbol('x')));
    };
    tryAll();
    await connection.accept();
    await rig.event(socket, 'open');
    await connection.close();
    await rig.event(socket, 'close');
    tryAll();
  },

  'each message has data of its own': async (rig) => {
    const [socket, connection] = await rig.opened();
    socket.binaryType = 'arraybuffer';
    const all = rig.messages(socket, 2);
    const data = new Uint8Array([1, 2, 3]);
    void connection.send(data);
    data.fill(9);
    void connection.send(data);
    const [first, second] = await all;
    rig.note('the same', first === second);
  },

  'an echo that the page changes is its own': async (rig) => {
    const [socket, connection] = await rig.opened();
    socket.binaryType = 'arraybuffer';
    connection.onMessage((data) => void connection.send(data));
    const all = rig.messages(socket, 2);
    socket.addEventListener('message', ({ data }) => new Uint8Array(data as ArrayBuffer).fill(9));
    socket.send(BYTES);
    await rig.event(socket, 'message');
    socket.send(BYTES);
    await all;
    rig.note('server', connection.received);
  },

  'a burst of 1,000 arrives whole and in order': async (rig) => {
    const [socket, connection] = await rig.opened();
    const quietSocket = rig.messages(socket, 1_000);
    for (let index = 0; index < 1_000; index++) void connection.send(String(index));
    const data = await quietSocket;
    rig.note(
      'in order',
      data.every((message, index) => message === String(index)),
    );
  },

  'text and bytes keep their order': async (rig) => {
    const [socket, connection] = await rig.opened();
    const all = rig.messages(socket, 4);
    for (const data of ['1', BYTES, '3', new ArrayBuffer(0)]) void connection.send(data);
    await all;
  },

  'both ends talk at once': async (rig) => {
    const [socket, connection] = await rig.opened();
    const all = rig.messages(socket, 2);
    socket.send('from the page 1');
    void connection.send('from the server 1');
    socket.send('from the page 2');
    void connection.send('from the server 2');
    await all;
    rig.note('server', await rig.server.nextMessage(), await rig.server.nextMessage());
  },

  'without a listener a message is gone': async (rig) => {
    const socket = new rig.WebSocket(rig.server.url);
    const connection = await rig.server.nextConnection();
    await new Promise((resolve) => socket.addEventListener('open', resolve));
    connection.onMessage((data) => void connection.send(data));
    await connection.send('no one listens');
    socket.send('ping');
    await rig.server.nextMessage();
    rig.watch(socket);
    socket.send('pong');
    await rig.event(socket, 'message');
  },
});
