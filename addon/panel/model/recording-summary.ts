import { countCut, lastAtOf, type Recording } from '../../../src/protocol/har/recording.ts';

export interface SocketSummary {
  readonly url: string;
  readonly inCount: number;
  readonly outCount: number;
  readonly seconds: string;
  /** How it ended, in a few words. */
  readonly end: string;
}

/** What a recording holds, for the eye. */
export interface RecordingSummary {
  readonly socketCount: number;
  /** The first of them. */
  readonly sockets: readonly SocketSummary[];
  /** Messages that were not recorded whole. */
  readonly cutCount: number;
}

const LISTED = 50;

export function summarize(recording: Recording): RecordingSummary {
  const { sockets } = recording;
  return {
    socketCount: sockets.length,
    sockets: sockets.slice(0, LISTED).map((socket) => {
      const inCount = socket.messages.filter(({ direction }) => direction === 'in').length;
      return {
        url: socket.url,
        inCount,
        outCount: socket.messages.length - inCount,
        seconds: (lastAtOf(socket) / 1_000).toFixed(1),
        end: describeEnd(socket),
      };
    }),
    cutCount: countCut(recording),
  };
}

function describeEnd({ answer, end }: Recording['sockets'][number]): string {
  if (answer.status !== 101) return `refused${answer.status > 0 ? ` with ${answer.status}` : ''}`;
  if (!end) return 'not recorded: it stays open';
  if (end.hasFailed) return 'failed, 1006';
  return end.wasClean ? `closed, ${end.code} ${end.reason}`.trim() : 'lost, 1006';
}
