import { ws } from 'msw/ws';
import { afterEach, expect, inject, test } from 'vitest';
import { RemoteServer } from '../live/remote-server.ts';
import { alone, here, run, undoAll, undoLater, type Subject } from './testing.ts';

afterEach(undoAll);

/** In front of a real server, which a handler lets the page talk to. */
async function runBeforeRealServer(subject: Subject): Promise<string[]> {
  const real = await RemoteServer.open(inject('liveServerUrl'), 'behind-msw');
  undoLater(() => real.dispose());
  real.onConnection((connection) => {
    connection.onMessage((data) => {
      if (typeof data === 'string') void connection.send(`real answers ${data}`);
    });
  });
  return run(subject, async (stand) => {
    const api = ws.link(real.url);
    stand.use(
      api.addEventListener('connection', ({ client, server }) => {
        server.connect();
        server.addEventListener('open', () => stand.note('server open'));
        client.addEventListener('message', (event) => {
          if (event.data === 'not to the server') event.preventDefault();
        });
        server.addEventListener('message', (event) => {
          if (event.data !== 'real answers twice') return;
          event.preventDefault();
          client.send('once by the handler');
        });
        server.addEventListener('close', (event) => stand.note('server close', event.code));
      }),
    );
    const socket = stand.connect(real.url);
    await stand.until('server open');
    socket.send('not to the server');
    socket.send('hello');
    await stand.until('page message real answers hello');
    socket.send('twice');
    await stand.until('page message once by the handler');
    await real.close(4004, 'the real one closes');
    await stand.until('page close 4004 the real one closes');
    stand.note(JSON.stringify(real.received));
  });
}

test('a real server behind it: forwarded both ways, unless prevented', async () => {
  const expected = await runBeforeRealServer(alone);
  const actual = await runBeforeRealServer(here);
  // Which of the two opens first is for the network to say.
  expect(actual.toSorted()).toEqual(expected.toSorted());
  expect(actual).toContain('["hello","twice"]');
});

test('a real server behind it is left when the page closes', async () => {
  const real = await RemoteServer.open(inject('liveServerUrl'), 'behind-msw');
  undoLater(() => real.dispose());
  await run(here, async (stand) => {
    const api = ws.link(real.url);
    stand.use(
      api.addEventListener('connection', ({ server }) => {
        server.connect();
        server.addEventListener('open', () => stand.note('server open'));
      }),
    );
    const socket = stand.connect(real.url);
    await stand.until('server open');
    socket.close();
    expect(await real.nextClose()).toMatchObject({ wasClean: true });
  });
});
