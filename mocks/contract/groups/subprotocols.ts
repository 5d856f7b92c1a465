import type { Lab } from '../lab.ts';
import { scenarios } from '../scenario.ts';

/** The subprotocols that a page offers, and the one that the server answers with. */
async function offer(
  lab: Lab,
  offered: string | string[] | undefined,
  protocol: string,
): Promise<void> {
  const [socket, connection] = await lab.held(offered);
  lab.note('offered', connection.protocols);
  await connection.accept({ protocol });
  await lab.event(socket, protocol === '' || offered?.includes(protocol) ? 'open' : 'close');
  lab.note('protocol', socket.protocol);
}

export const subprotocols = scenarios('subprotocols', {
  'none offered, none answered': (lab) => offer(lab, undefined, ''),
  'one offered as text': (lab) => offer(lab, 'chat', 'chat'),
  'the first of two': (lab) => offer(lab, ['a', 'b'], 'a'),
  'the second of two': (lab) => offer(lab, ['a', 'b'], 'b'),
  'offered, none answered': async (lab) => {
    const [socket, connection] = await lab.held(['a', 'b']);
    await connection.accept({ protocol: '' });
    await Promise.race([lab.event(socket, 'close'), lab.event(socket, 'open')]);
    await lab.quiet();
    lab.note('protocol', socket.protocol);
  },
  'one answered that was not offered': (lab) => offer(lab, ['a', 'b'], 'c'),
  'one answered where none was offered': (lab) => offer(lab, undefined, 'c'),
  'the answer is compared to the letter': (lab) => offer(lab, ['chat'], 'Chat'),
  'empty list': async (lab) => {
    const [socket, connection] = await lab.held([]);
    lab.note('offered', connection.protocols);
    await connection.accept();
    await lab.event(socket, 'open');
  },
});
