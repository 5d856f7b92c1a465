import type { LedgerSocket } from '../../../mocks/ledger.ts';
import { isOwn } from '../../leaks/own-code.ts';
import type { Detector } from './warning.ts';

/** What React calls, in development, to run the effects of StrictMode a second time. */
const SECOND_RUN = 'doubleInvokeEffect';

/** One line of code and the address to which it connects. */
interface Line {
  /** How many components of it there are: so many sockets as it has made, and left open, in one go. */
  components: number;
  /** Those of the code that runs now. */
  batch: LedgerSocket[];
}

const isAlive = ({ state }: LedgerSocket) => state === 'connecting' || state === 'open';

/**
 * More open sockets to one URL, made by one line of code, than there are components: one of them has two.
 * Those that come in one go, as those of one commit do, are taken for as many components, but for those of
 * StrictMode's second run.
 */
export const openTwice = (): Detector => {
  const lines = new Map<string, Line>();
  const keyOf = ({ url, stack }: LedgerSocket) =>
    `${url} ${stack.split('\n').find((frame) => isOwn(frame)) ?? ''}`;

  function endBatch(line: Line) {
    const first = line.batch.filter(
      (socket) => isAlive(socket) && !socket.stack.includes(SECOND_RUN),
    );
    line.components = Math.max(line.components, first.length);
    line.batch = [];
  }

  return ({ event, socket, alive }) => {
    if (event.type === 'created') {
      const key = keyOf(socket);
      const line = lines.get(key) ?? { components: 1, batch: [] };
      lines.set(key, line);
      if (line.batch.length === 0) queueMicrotask(() => endBatch(line));
      line.batch.push(socket);
      return undefined;
    }
    if (event.type !== 'open') return undefined;
    const key = keyOf(socket);
    const line = lines.get(key);
    const open = alive().filter((other) => isAlive(other) && keyOf(other) === key);
    if (!line || line.batch.length > 0 || open.length <= line.components) return undefined;
    return {
      kind: 'open twice',
      text: `One line of code has ${open.length} open sockets to ${socket.url}. Either an effect has no clean-up, or each of several components opens its own.`,
      pitfall: 'p02-no-clean-up',
    };
  };
};
