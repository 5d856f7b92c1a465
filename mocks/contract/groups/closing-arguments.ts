import { call, scenarios, type Script } from '../scenario.ts';

function close(socket: WebSocket, ...args: unknown[]): unknown {
  return call(socket, 'close', ...args);
}

/** The page closes with these arguments; both ends say what they saw. */
const pageCloses =
  (...args: unknown[]): Script =>
  async (rig) => {
    const [socket] = await rig.opened();
    rig.attempt('close()', () => close(socket, ...args));
    rig.noteState('after close()', socket);
    await rig.event(socket, 'close');
    rig.note('server', await rig.server.nextClose());
  };

/** The page tries to close with each of these arguments, and may not. */
const pageMayNot =
  (...cases: unknown[][]): Script =>
  async (rig) => {
    const [socket] = await rig.opened();
    for (const args of cases) rig.attempt('close()', () => close(socket, ...args));
    rig.noteState('after that', socket);
  };

export const closingArguments = scenarios('closing: arguments', {
  'without a code': pageCloses(),
  undefined: pageCloses(undefined),
  'undefined twice': pageCloses(undefined, undefined),
  'code 1000': pageCloses(1000),
  'code 1000 and a reason': pageCloses(1000, 'done'),
  'code 3000': pageCloses(3000, 'library'),
  'code 4999': pageCloses(4999, 'own'),
  'an empty reason': pageCloses(3001, ''),
  'a reason that is not text': pageCloses(1000, { toString: () => 'made text' }),
  'reason null and undefined': async (rig) => {
    await pageCloses(1000, null)(rig);
    await pageCloses(1000, undefined)(rig);
  },
  'a reason with a lone surrogate': pageCloses(1000, 'a\uD800b'),
  'a reason of 123 bytes': pageCloses(1000, `é${'x'.repeat(121)}`),
  'codes that are made a number': async (rig) => {
    for (const code of [
      '3000',
      1000.4,
      999.5,
      999.9,
      3000.5,
      4998.5,
      [1000],
      true,
      null,
      Number.NaN,
    ]) {
      const [socket] = await rig.opened();
      rig.attempt(`close(${String(code)})`, () => close(socket, code));
      if (socket.readyState === WebSocket.OPEN) continue;
      await rig.event(socket, 'close');
      rig.note('server', await rig.server.nextClose());
    }
  },
  'codes that a page may not use': pageMayNot(
    ...[0, 999, 1001, 1002, 1005, 1006, 1011, 1015, 2999, 5000, 65_535].map((code) => [code]),
  ),
  'codes out of range are clamped': pageMayNot([-1], [65_536], [66_536], [Infinity], [-Infinity]),
  'codes that are no number': pageMayNot(['text'], [{}], [Symbol('x')], [1000n]),
  'a reason without a code': pageMayNot([undefined, 'why'], [undefined, ''], [null, 'why']),
  'reasons that are too long': pageMayNot(
    [1000, 'x'.repeat(124)],
    [1000, 'é'.repeat(62)],
    [undefined, 'x'.repeat(124)],
  ),
  'reasons that cannot be text': pageMayNot([1000, Symbol('x')]),
  'which argument is checked first': pageMayNot([1, 'x'.repeat(124)], [1, Symbol('x')]),
  'arguments are checked in every state': async (rig) => {
    const [held] = await rig.held();
    rig.attempt('connecting', () => close(held, 1));
    await rig.server.accept();
    await rig.event(held, 'open');
    held.close();
    rig.attempt('closing', () => close(held, 1));
    await rig.event(held, 'close');
    rig.attempt('closed', () => close(held, 1000, 'x'.repeat(124)));
  },
});
