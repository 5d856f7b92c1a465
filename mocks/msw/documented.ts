import { ws } from 'msw/ws';
import { expect } from 'vitest';
import type { Script } from './testing.ts';

const CHAT = 'wss://chat.test/rooms/lobby';

/** MSW's database gives its clients in the order of their ids, which are random. */
export const IN_ANY_ORDER = 'broadcast, to all and to all but one';

/** What MSW documents of `ws.link`: https://mswjs.io/docs/api/ws */
export const SCRIPTS: Readonly<Record<string, Script>> = {
  'the first example: a message as soon as someone connects': async (stand) => {
    const api = ws.link('wss://chat.test/*');
    stand.use(api.addEventListener('connection', ({ client }) => client.send('hi')));
    stand.connect(CHAT);
    await stand.until('page message hi');
  },
  'a listener that waits before it answers': async (stand) => {
    const api = ws.link(CHAT);
    stand.use(
      api.addEventListener('connection', ({ client }) => {
        void Promise.resolve().then(() => client.send('after a moment'));
      }),
    );
    stand.connect(CHAT);
    await stand.until('page message after a moment');
  },
  'what a listener is told of the connection': async (stand) => {
    const api = ws.link('wss://chat.test/rooms/:room');
    stand.use(
      api.addEventListener('connection', ({ client, info, params, type }) => {
        stand.note(type, client.url, client.url instanceof URL, typeof client.id, params['room']);
        stand.note(JSON.stringify(info.protocols));
        client.addEventListener('open', () => stand.note('client open'));
      }),
    );
    stand.connect(`${CHAT}?token=1`, 'page', ['v1', 'v2']);
    await stand.until('page open');
    await stand.until('client open');
  },
  'no protocols': async (stand) => {
    const api = ws.link(CHAT);
    stand.use(api.addEventListener('connection', ({ info }) => stand.note(info.protocols)));
    stand.connect(CHAT);
    await stand.until('page open');
  },
  'messages of the page, by listeners that come and go': async (stand) => {
    const api = ws.link(CHAT);
    stand.use(
      api.addEventListener('connection', ({ client }) => {
        const once = (event: MessageEvent) => {
          stand.note('once', event.data);
          client.removeEventListener('message', once);
        };
        client.addEventListener('message', once);
        client.addEventListener('message', function (event) {
          stand.note('always', event.data, this === event.target, this.url);
          if (typeof event.data === 'string') client.send(`you said ${event.data}`);
        });
      }),
    );
    const socket = stand.connect(CHAT);
    await stand.until('page open');
    socket.send('one');
    await stand.until('page message you said one');
    socket.send('two');
    await stand.until('page message you said two');
  },
  'the server closes': async (stand) => {
    const api = ws.link(CHAT);
    stand.use(
      api.addEventListener('connection', ({ client }) => {
        client.addEventListener('close', (event) => stand.note('client close', event.code));
        client.addEventListener('message', () => client.close(1003, 'no such thing'));
      }),
    );
    const socket = stand.connect(CHAT);
    await stand.until('page open');
    socket.send('close, please');
    await stand.until('page close 1003 no such thing');
    await stand.until('client close 1003');
  },
  'the page closes': async (stand) => {
    const api = ws.link(CHAT);
    stand.use(
      api.addEventListener('connection', ({ client }) => {
        client.addEventListener('close', (event) => stand.note('client', event.code, event.reason));
      }),
    );
    const socket = stand.connect(CHAT);
    await stand.until('page open');
    socket.close(4001, 'bye');
    await stand.until('client 4001 bye');
    await stand.until('page close 4001 bye');
  },
  'a Blob, and text behind it': async (stand) => {
    const api = ws.link(CHAT);
    stand.use(
      api.addEventListener('connection', ({ client }) => {
        client.send(new Blob(['four']));
        client.send('text');
      }),
    );
    const socket = stand.connect(CHAT);
    socket.addEventListener('message', ({ data }) => {
      if (data instanceof Blob) stand.note(data.size);
    });
    await stand.until('page message text');
  },
  'what is no message throws where it is said': async (stand) => {
    const api = ws.link(CHAT);
    stand.use(
      api.addEventListener('connection', ({ client }) => {
        for (const value of [{ type: 'tick' }, 42, null]) {
          try {
            client.send(value as never);
          } catch (error) {
            stand.note((error as Error).name);
          }
        }
      }),
    );
    stand.connect(CHAT);
    await stand.until('page open');
  },
  'several handlers for one URL run in order': async (stand) => {
    const all = ws.link('wss://chat.test/*');
    const one = ws.link(CHAT);
    const other = ws.link('wss://chat.test/other');
    const listen = (link: typeof one, name: string) =>
      link.addEventListener('connection', ({ client }) => {
        stand.note(name);
        client.send(name);
        client.addEventListener('message', ({ data }) => stand.note(name, data));
      });
    stand.use(listen(one, 'first'), listen(other, 'never'), listen(all, 'second'));
    const socket = stand.connect(CHAT);
    await stand.until('page message second');
    socket.send('hello');
    await stand.until('second hello');
  },
  'propagation is stopped': async (stand) => {
    const api = ws.link(CHAT);
    const listen = (name: string, stop?: 'stopPropagation' | 'stopImmediatePropagation') =>
      api.addEventListener('connection', ({ client }) => {
        client.addEventListener('message', (event) => {
          stand.note(name, event.data);
          if (stop && event.data === stop) event[stop]();
        });
        client.addEventListener('message', (event) => {
          stand.note(name, 'again', event.data);
          if (event.data === 'end') client.send('end');
        });
      });
    stand.use(listen('first', 'stopPropagation'), listen('second', 'stopImmediatePropagation'));
    const socket = stand.connect(CHAT);
    await stand.until('page open');
    for (const text of ['stopPropagation', 'stopImmediatePropagation', 'end']) socket.send(text);
    await stand.until('page message end');
  },
  [IN_ANY_ORDER]: async (stand) => {
    const api = ws.link(CHAT);
    stand.use(
      api.addEventListener('connection', ({ client }) => {
        client.addEventListener('message', ({ data }) => {
          if (data === 'all') api.broadcast('to all');
          else api.broadcastExcept(client, data === 'one' ? 'to all but one' : 'to all but two');
        });
      }),
    );
    // MSW goes through its clients by their random ids, so the two have one name.
    const one = stand.connect(CHAT, 'client');
    const two = stand.connect(CHAT, 'client');
    // Its clients are known when its database has them.
    await expect.poll(() => api.clients.size).toBeGreaterThanOrEqual(2);
    one.send('all');
    await stand.until('client message to all');
    one.send('one');
    await stand.until('client message to all but one');
    two.send('two');
    await stand.until('client message to all but two');
  },
  'the real server is not there until one connects': async (stand) => {
    const api = ws.link(CHAT);
    stand.use(
      api.addEventListener('connection', ({ server }) => {
        const socket = () => void Reflect.get(server, 'socket');
        for (const act of [() => server.send('x'), () => server.close(), socket]) {
          try {
            act();
          } catch (error) {
            stand.note('throws', error instanceof Error);
          }
        }
      }),
    );
    stand.connect(CHAT);
    await stand.until('page open');
  },
};
