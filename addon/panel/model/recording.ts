import type { Streamed } from '../../story/drive.ts';
import type { Command } from './command.ts';

/** What has happened at the server since the story began. */
export interface ServerCounts {
  readonly connections: number;
  /** Ends of connections. */
  readonly closings: number;
  /** Messages from the page. */
  readonly messages: number;
  readonly streamed: Streamed;
}

/** One line of the play function: a command, what it waited for, or what was streamed before it. */
export type Step =
  | Exclude<Command, { verb: 'control' | 'record' | 'remount' }>
  | { readonly verb: 'latency'; readonly latencyMs: number }
  | ({ readonly verb: 'stream' } & Streamed)
  | { readonly verb: 'connection' | 'closing' | 'message'; readonly count: number };

export interface Recording {
  readonly isOn: boolean;
  readonly steps: readonly Step[];
  /** What the steps have waited for. */
  readonly seen: ServerCounts;
}

const NOTHING: ServerCounts = {
  connections: 0,
  closings: 0,
  messages: 0,
  streamed: { count: 0, message: '', perSecond: 0 },
};

export const NO_RECORDING: Recording = { isOn: false, steps: [], seen: NOTHING };

/**
 * Adds what was driven, behind what had happened before it: the same is to happen before it when it is
 * played, where no one takes their time.
 */
export function record(recording: Recording, command: Command, before: ServerCounts): Recording {
  if (command.verb === 'record' && command.isOn) {
    // A story begins without the connections that are there now.
    return { isOn: true, steps: [], seen: { ...before, connections: 0 } };
  }
  if (!recording.isOn) return recording;
  const steps = [...stepsBetween(recording.seen, before), ...stepsOf(command)];
  return {
    isOn: command.verb !== 'record',
    steps: steps.reduce(append, recording.steps),
    seen: before,
  };
}

function stepsBetween(seen: ServerCounts, now: ServerCounts): Step[] {
  const steps: Step[] = [
    { verb: 'connection', count: now.connections - seen.connections },
    { verb: 'closing', count: now.closings - seen.closings },
    { verb: 'stream', ...now.streamed, count: now.streamed.count - seen.streamed.count },
    // Last, as they may be answers to what was streamed.
    { verb: 'message', count: now.messages - seen.messages },
  ];
  return steps.filter((step) => 'count' in step && step.count > 0);
}

function stepsOf(command: Command): Step[] {
  if (command.verb === 'record' || command.verb === 'remount') return [];
  if (command.verb !== 'control') return [command];
  const { latencyMs } = command.change;
  return latencyMs === undefined ? [] : [{ verb: 'latency', latencyMs }];
}

function append(steps: readonly Step[], step: Step): readonly Step[] {
  const last = steps.at(-1);
  const others = steps.slice(0, -1);
  // On its way to where it was left, a slider goes through all that is between.
  if (step.verb === 'latency' && last?.verb === 'latency') return [...others, step];
  // A stream goes on until its Control has followed the slider.
  const isSameStream =
    step.verb === 'stream' &&
    last?.verb === 'stream' &&
    step.message === last.message &&
    step.perSecond === last.perSecond;
  if (isSameStream) return [...others, { ...step, count: last.count + step.count }];
  return [...steps, step];
}
