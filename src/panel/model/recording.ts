import type { Streamed } from '../../../mocks/storybook/drive.ts';
import type { Command } from './command.ts';

/** What has happened at the far end since the story began. */
export interface FarEndCounts {
  readonly connections: number;
  /** Ends of connections. */
  readonly closings: number;
  /** Messages from the page. */
  readonly messages: number;
  readonly streamed: Streamed;
}

/** One line of the play function: a command, what it waited for, or what was streamed before it. */
export type Step =
  | Exclude<Command, { verb: 'control' | 'record' }>
  | { readonly verb: 'latency'; readonly latencyMs: number }
  | ({ readonly verb: 'stream' } & Streamed)
  | { readonly verb: 'connection' | 'closing' | 'message'; readonly count: number };

export interface Recording {
  readonly isOn: boolean;
  readonly steps: readonly Step[];
  /** What the steps have waited for. */
  readonly seen: FarEndCounts;
}

const NOTHING: FarEndCounts = {
  connections: 0,
  closings: 0,
  messages: 0,
  streamed: { count: 0, message: '', perSecond: 0 },
};

export const NO_RECORDING: Recording = { isOn: false, steps: [], seen: NOTHING };

/**
 * Adds what was driven, behind what had happened before it: the same is to happen before it when it is
 * played, where nobody takes their time.
 */
export function record(recording: Recording, command: Command, before: FarEndCounts): Recording {
  if (command.verb === 'record' && command.isOn) {
    // A story begins without the connections that are there now.
    return { isOn: true, steps: [], seen: { ...before, connections: 0 } };
  }
  if (!recording.isOn) return recording;
  const steps = [...recording.steps, ...stepsBetween(recording.seen, before)];
  if (command.verb === 'record') return { isOn: false, steps, seen: before };
  return { isOn: true, steps: withCommand(steps, command), seen: before };
}

function stepsBetween(seen: FarEndCounts, now: FarEndCounts): Step[] {
  const steps: Step[] = [
    { verb: 'connection', count: now.connections - seen.connections },
    { verb: 'closing', count: now.closings - seen.closings },
    { verb: 'stream', ...now.streamed, count: now.streamed.count - seen.streamed.count },
    // Last, as they may be answers to what was streamed.
    { verb: 'message', count: now.messages - seen.messages },
  ];
  return steps.filter((step) => 'count' in step && step.count > 0);
}

function withCommand(steps: readonly Step[], command: Exclude<Command, { verb: 'record' }>) {
  if (command.verb !== 'control') return [...steps, command];
  const { latencyMs } = command.change;
  if (latencyMs === undefined) return steps;
  // On its way to where it was left, a slider goes through all that is between.
  const others = steps.at(-1)?.verb === 'latency' ? steps.slice(0, -1) : steps;
  return [...others, { verb: 'latency', latencyMs } as const];
}
