import type { Lab } from '../lab.ts';
import { scenarios } from '../scenario.ts';

/** A task that runs before any that is queued already, but for others like it. */
function urgent(lab: Lab, what: string): void {
  void scheduler.postTask(() => lab.note(what), { priority: 'user-blocking' });
}

function urgentTasks(lab: Lab, socket: WebSocket): void {
  socket.addEventListener('message', () => urgent(lab, 'urgent'));
}

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
    // Held back and let go, so that the server sends them together.
    await connection.stall();
    for (let index = 0; index < COUNT; index++) void connection.send(String(index));
    await connection.resume();
    await promise;
    lab.note('fewer tasks than a third of the messages', tasks < COUNT / 3);
  },

  'messages sent together are a task each, for one socket': async (lab) => {
    const [socket, connection] = await lab.opened();
    const all = lab.messages(socket, 5);
    urgentTasks(lab, socket);
    await connection.stall();
    for (const data of ['1', '2', '3', '4', '5']) void connection.send(data);
    await connection.resume();
    await all;
    await lab.task();
  },

  'messages sent together are a task each, for five sockets': async (lab) => {
    const all: Promise<void>[] = [];
    for (let index = 0; index < 5; index++) {
      const [socket] = await lab.opened();
      urgentTasks(lab, socket);
      all.push(lab.event(socket, 'message'));
    }
    await lab.server.send('to all');
    await Promise.all(all);
    await lab.task();
  },

  'a violation: not even an urgent task runs between error and close': async (lab) => {
    const [socket, connection] = await lab.opened();
    socket.addEventListener('error', () => urgent(lab, 'behind error'));
    await connection.fail();
    await lab.event(socket, 'close');
    await lab.task();
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
