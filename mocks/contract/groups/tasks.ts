import { scenarios } from '../scenario.ts';

export const tasks = scenarios('tasks and microtasks', {
  'microtasks run between two messages': async (lab) => {
    const [socket, connection] = await lab.opened();
    socket.addEventListener('message', ({ data }) => {
      queueMicrotask(() => lab.note(`microtask of ${String(data)}`));
    });
    const all = lab.messages(socket, 3);
    for (const data of ['1', '2', '3']) void connection.send(data);
    await all;
  },

  'an async handler has ended before the next message, if it waits for no task': async (lab) => {
    const [socket, connection] = await lab.opened();
    socket.addEventListener('message', ({ data }) => {
      void (async () => {
        for (let step = 1; step <= 5; step++) {
          await Promise.resolve();
          lab.note(`step ${step} of ${String(data)}`);
        }
      })();
    });
    const all = lab.messages(socket, 3);
    for (const data of ['1', '2', '3']) void connection.send(data);
    await all;
    await lab.task();
  },

  'messages sent together share tasks': async (lab) => {
    const [socket, connection] = await lab.opened();
    const COUNT = 1_000;
    let tasks = 0;
    let isMarked = false;
    socket.addEventListener('message', () => {
      if (isMarked) return;
      isMarked = true;
      tasks += 1;
      void lab.task().then(() => {
        isMarked = false;
      });
    });
    const { promise, resolve } = Promise.withResolvers<undefined>();
    let count = 0;
    socket.addEventListener('message', () => {
      if (++count === COUNT) resolve(undefined);
    });
    // Held back and let go, so that the far end sends them together.
    await connection.stall();
    for (let index = 0; index < COUNT; index++) void connection.send(String(index));
    await connection.resume();
    await promise;
    lab.note('fewer tasks than a third of the messages', tasks < COUNT / 3);
  },

  'microtasks run between open and the message behind it': async (lab) => {
    const [socket, connection] = await lab.held();
    for (const type of ['open', 'message'] as const) {
      socket.addEventListener(type, () => queueMicrotask(() => lab.note(`microtask of ${type}`)));
    }
    void connection.accept();
    void connection.send('hello');
    await lab.event(socket, 'message');
    await lab.task();
  },

  'microtasks run between error and close': async (lab) => {
    const [socket, connection] = await lab.opened();
    socket.addEventListener('error', () => {
      queueMicrotask(() => lab.note('microtask of error'));
    });
    await connection.fail();
    await lab.event(socket, 'close');
  },

  'a violation: no task of the page runs between error and close': async (lab) => {
    const [socket, connection] = await lab.opened();
    socket.addEventListener('error', () => {
      void lab.task().then(() => lab.note('task after error'));
    });
    await connection.fail();
    await lab.event(socket, 'close');
    await lab.task();
  },

  'close() while connecting: error and close come later, and with no task of the page between them':
    async (lab) => {
      const [socket] = await lab.held();
      socket.addEventListener('error', () => {
        queueMicrotask(() => lab.note('microtask of error'));
        void lab.task().then(() => lab.note('task after error'));
      });
      socket.close();
      lab.noteState('after close()', socket);
      await Promise.resolve();
      lab.noteState('microtask', socket);
      await lab.event(socket, 'close');
      await lab.task();
    },

  'a promise of the page settles before the event that follows': async (lab) => {
    const [socket, connection] = await lab.opened();
    const first = lab.event(socket, 'message').then(() => lab.note('awaited the first'));
    const all = lab.messages(socket, 2);
    void connection.send('1');
    void connection.send('2');
    await Promise.all([first, all]);
  },
});
