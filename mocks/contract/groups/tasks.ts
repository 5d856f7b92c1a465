import type { Rig } from '../rig.ts';
import { scenarios } from '../scenario.ts';

/** A task that runs before any that is queued already, but for others like it. */
function urgent(rig: Rig, what: string): void {
  void scheduler.postTask(() => rig.note(what), { priority: 'user-blocking' });
}

function urgentTasks(rig: Rig, socket: WebSocket): void {
  socket.addEventListener('message', () => urgent(rig, 'urgent'));
}

export const tasks = scenarios('tasks and microtasks', {
  'microtasks run between two messages': async (rig) => {
    const [socket, connection] = await rig.opened();
    socket.addEventListener('message', ({ data }) => {
      queueMicrotask(() => rig.note(`microtask of ${String(data)}`));
    });
    const all = rig.messages(socket, 3);
    for (const data of ['1', '2', '3']) void connection.send(data);
    await all;
  },

  'an async handler has ended before the next message, if it waits for no task': async (rig) => {
    const [socket, connection] = await rig.opened();
    socket.addEventListener('message', ({ data }) => {
      void (async () => {
        for (let step = 1; step <= 5; step++) {
          await Promise.resolve();
          rig.note(`step ${step} of ${String(data)}`);
        }
      })();
    });
    const all = rig.messages(socket, 3);
    for (const data of ['1', '2', '3']) void connection.send(data);
    await all;
    await rig.task();
  },

  'messages sent together share tasks': async (rig) => {
    const [socket, connection] = await rig.opened();
    const COUNT = 1_000;
    let tasks = 0;
    let isMarked = false;
    socket.addEventListener('message', () => {
      if (isMarked) return;
      isMarked = true;
      tasks += 1;
      void rig.task().then(() => {
        isMarked = false;
      });
    });
    const { promise, resolve } = Promise.withResolvers<undefined>();
    let count = 0;
    socket.addEventListener('message', () => {
      if (++count === COUNT) resolve(undefined);
    });
    // Held back and let go, so that the server sends them together.
    await connection.stall();
    for (let index = 0; index < COUNT; index++) void connection.send(String(index));
    await connection.resume();
    await promise;
    rig.note('fewer tasks than a third of the messages', tasks < COUNT / 3);
  },

  'messages sent together are a task each, for one socket': async (rig) => {
    const [socket, connection] = await rig.opened();
    const all = rig.messages(socket, 5);
    urgentTasks(rig, socket);
    await connection.stall();
    for (const data of ['1', '2', '3', '4', '5']) void connection.send(data);
    await connection.resume();
    await all;
    await rig.task();
  },

  'messages sent together are a task each, for five sockets': async (rig) => {
    const all: Promise<void>[] = [];
    for (let index = 0; index < 5; index++) {
      const [socket] = await rig.opened();
      urgentTasks(rig, socket);
      all.push(rig.event(socket, 'message'));
    }
    await rig.server.send('to all');
    await Promise.all(all);
    await rig.task();
  },

  'a violation: not even an urgent task runs between error and close': async (rig) => {
    const [socket, connection] = await rig.opened();
    socket.addEventListener('error', () => urgent(rig, 'behind error'));
    await connection.fail();
    await rig.event(socket, 'close');
    await rig.task();
  },

  'microtasks run between open and the message behind it': async (rig) => {
    const [socket, connection] = await rig.held();
    for (const type of ['open', 'message'] as const) {
      socket.addEventListener(type, () => queueMicrotask(() => rig.note(`microtask of ${type}`)));
    }
    void connection.accept();
    void connection.send('hello');
    await rig.event(socket, 'message');
    await rig.task();
  },

  'microtasks run between error and close': async (rig) => {
    const [socket, connection] = await rig.opened();
    socket.addEventListener('error', () => {
      queueMicrotask(() => rig.note('microtask of error'));
    });
    await connection.fail();
    await rig.event(socket, 'close');
  },

  'a violation: no task of the page runs between error and close': async (rig) => {
    const [socket, connection] = await rig.opened();
    socket.addEventListener('error', () => {
      void rig.task().then(() => rig.note('task after error'));
    });
    await connection.fail();
    await rig.event(socket, 'close');
    await rig.task();
  },

  'close() while connecting: error and close come later, and with no task of the page between them':
    async (rig) => {
      const [socket] = await rig.held();
      socket.addEventListener('error', () => {
        queueMicrotask(() => rig.note('microtask of error'));
        void rig.task().then(() => rig.note('task after error'));
      });
      socket.close();
      rig.noteState('after close()', socket);
      await Promise.resolve();
      rig.noteState('microtask', socket);
      await rig.event(socket, 'close');
      await rig.task();
    },

  'a promise of the page settles before the event that follows': async (rig) => {
    const [socket, connection] = await rig.opened();
    const first = rig.event(socket, 'message').then(() => rig.note('awaited the first'));
    const all = rig.messages(socket, 2);
    void connection.send('1');
    void connection.send('2');
    await Promise.all([first, all]);
  },
});
