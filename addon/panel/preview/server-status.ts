import type { SocketServer } from '../../../mocks/socket-server.ts';
import type { ServerStatus } from '../model/status.ts';

/** How a server stands at this moment, with the behaviour that the panel has given it. */
export function toServerStatus(
  { policy, connections }: Pick<SocketServer, 'policy' | 'connections'>,
  behaviour: string | undefined,
): ServerStatus {
  const count = (state: string) => connections.filter((one) => one.state === state).length;
  return {
    policy,
    connecting: count('connecting'),
    open: count('open'),
    closing: count('closing'),
    ended: count('closed'),
    stalled: connections.filter(({ isStalled }) => isStalled).length,
    ...(behaviour !== undefined && { behaviour }),
  };
}
