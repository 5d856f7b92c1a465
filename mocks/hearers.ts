import type { ServerConnection } from './socket-server.ts';

type State = ServerConnection['state'];

const UNANSWERED_OR_OPEN: readonly State[] = ['connecting', 'open'];
const NOT_ENDED: readonly State[] = [...UNANSWERED_OR_OPEN, 'closing'];

/** In which states a connection can act on a verb, now or once its handshake is answered. */
const ABLE = {
  send: UNANSWERED_OR_OPEN,
  ping: UNANSWERED_OR_OPEN,
  close: UNANSWERED_OR_OPEN,
  drop: NOT_ENDED,
  fail: NOT_ENDED,
  stall: NOT_ENDED,
};

/** The verbs that need a connection. The others decide about those to come, or undo. */
export type NeedyVerb = keyof typeof ABLE;

/** Why a verb would do nothing; nothing where a connection can act on it. */
export function findNoHearer(
  verb: NeedyVerb,
  connections: readonly ServerConnection[],
): string | undefined {
  if (connections.some(({ state }) => ABLE[verb].includes(state))) return undefined;
  const what =
    connections.length === 0
      ? 'none has come yet'
      : `all ${connections.length} that came are ${listStates(connections)}`;
  return `The server has no connection for \`${verb}\`: ${what}. Wait for one first: \`await server.nextConnection()\`.`;
}

function listStates(connections: readonly ServerConnection[]): string {
  return [...new Set(connections.map(({ state }) => state))].join(' or ');
}
