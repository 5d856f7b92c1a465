import type { Rig } from '../rig.ts';
import { scenarios } from '../scenario.ts';

/** The subprotocols that a page offers, and the one that the server answers with. */
async function offer(
  rig: Rig,
  offered: string | string[] | undefined,
  protocol: string,
): Promise<void> {
  const [socket, connection] = await rig.held(offered);
  rig.note('offered', connection.protocols);
  await connection.accept({ protocol });
  await rig.event(socket, protocol === '' || offered?.includes(protocol) ? 'open' : 'close');
  rig.note('protocol', socket.protocol);
}

export const subprotocols = scenarios('subprotocols', {
  'none offered, none answered': (rig) => offer(rig, undefined, ''),
  'one offered as text': (rig) => offer(rig, 'chat', 'chat'),
  'the first of two': (rig) => offer(rig, ['a', 'b'], 'a'),
  'the second of two': (rig) => offer(rig, ['a', 'b'], 'b'),
  'offered, none answered': async (rig) => {
    const [socket, connection] = await rig.held(['a', 'b']);
    await connection.accept({ protocol: '' });
    await Promise.race([rig.event(socket, 'close'), rig.event(socket, 'open')]);
    await rig.quiet();
    rig.note('protocol', socket.protocol);
  },
  'one answered that was not offered': (rig) => offer(rig, ['a', 'b'], 'c'),
  'one answered where none was offered': (rig) => offer(rig, undefined, 'c'),
  'the answer is compared to the letter': (rig) => offer(rig, ['chat'], 'Chat'),
  'empty list': async (rig) => {
    const [socket, connection] = await rig.held([]);
    rig.note('offered', connection.protocols);
    await connection.accept();
    await rig.event(socket, 'open');
  },
});
