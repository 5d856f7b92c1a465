import type { Lab } from '../lab.ts';
import { scenarios } from '../scenario.ts';

/** Chromium's limit for one page's process, where other sockets may be open already. */
const LIMIT = 255;

/** So many that some are refused. The first keeps all others from the server. */
async function tooMany(lab: Lab): Promise<WebSocket[]> {
  await lab.server.hold();
  const sockets = Array.from({ length: LIMIT + 5 }, () => new lab.WebSocket(lab.server.url));
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
  'one too many fails by itself, and the server does not know': async (lab) => {
    const sockets = await tooMany(lab);
    const last = lab.watch(sockets.at(-1) ?? lab.connect());
    lab.noteState('made', last);
    await Promise.resolve();
    lab.noteState('microtask', last);
    await lab.event(last, 'close');
    await lab.quiet();
    const connecting = sockets.filter(({ readyState }) => readyState === WebSocket.CONNECTING);
    lab.note('connecting', connecting.length > LIMIT - 10, connecting.length <= LIMIT);
    lab.note('server', lab.server.connections.length);
    await closeAll(sockets);
  },
  'one that closes makes room': async (lab) => {
    const sockets = await tooMany(lab);
    const last = sockets.at(-1) ?? lab.connect();
    await new Promise((resolve) => last.addEventListener('close', resolve));
    const [first] = sockets;
    let next: WebSocket | undefined;
    await new Promise<void>((resolve) => {
      first?.addEventListener('close', () => {
        next = lab.watch(new lab.WebSocket(lab.server.url));
        resolve();
      });
      first?.close();
    });
    await lab.quiet();
    if (next) lab.noteState('next', next);
    await closeAll([...sockets, ...(next ? [next] : [])]);
  },
});
