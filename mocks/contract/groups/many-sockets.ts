import type { Rig } from '../rig.ts';
import { scenarios } from '../scenario.ts';

/** Chromium's limit for one page's process, where other sockets may be open already. */
const LIMIT = 255;

/** So many that some are refused. The first keeps all others from the server. */
async function tooMany(rig: Rig): Promise<WebSocket[]> {
  await rig.server.hold();
  const sockets = Array.from({ length: LIMIT + 5 }, () => new rig.WebSocket(rig.server.url));
  return sockets;
}

async function closeAll(sockets: readonly WebSocket[]): Promise<void> {
  const isClosed = sockets.map(
    (socket) =>
      new Promise<unknown>((resolve) => {
        if (socket.readyState === WebSocket.CLOSED) resolve(undefined);
        else socket.addEventListener('close', resolve);
      }),
  );
  for (const socket of sockets) socket.close();
  await Promise.all(isClosed);
}

export const manySockets = scenarios('many sockets', {
  'one too many fails by itself, and the server does not know': async (rig) => {
    const sockets = await tooMany(rig);
    const last = rig.watch(sockets.at(-1) ?? rig.connect());
    rig.noteState('made', last);
    await Promise.resolve();
    rig.noteState('microtask', last);
    await rig.event(last, 'close');
    await rig.quiet();
    const connecting = sockets.filter(({ readyState }) => readyState === WebSocket.CONNECTING);
    rig.note('connecting', connecting.length > LIMIT - 10, connecting.length <= LIMIT);
    rig.note('server', rig.server.connections.length);
    await closeAll(sockets);
  },
  'one that closes makes room': async (rig) => {
    const sockets = await tooMany(rig);
    const last = sockets.at(-1) ?? rig.connect();
    await new Promise((resolve) => last.addEventListener('close', resolve));
    const [first] = sockets;
    let next: WebSocket | undefined;
    await new Promise<void>((resolve) => {
      first?.addEventListener('close', () => {
        next = rig.watch(new rig.WebSocket(rig.server.url));
        resolve();
      });
      first?.close();
    });
    await rig.quiet();
    if (next) rig.noteState('next', next);
    await closeAll([...sockets, ...(next ? [next] : [])]);
  },
});
