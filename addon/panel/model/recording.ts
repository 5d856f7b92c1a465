import type { Streamed } from '../../story/heard-server.ts';

/** What has happened at the server since the story began. */
export interface ServerCounts {
  readonly connections: number;
  /** Ends of connections. */
  readonly closings: number;
  /** Messages from the page. */
  readonly messages: number;
  readonly streamed: Streamed;
}

/** A behaviour for the whole server, or for one of several by its name. */
export interface BehaveStep {
  readonly verb: 'behave';
  readonly behaviour: string | undefined;
  readonly server?: string | undefined;
}

/** One line of the play function: what was driven, what that waited for, or what was streamed before it. */
export type Step =
  | { readonly verb: 'call'; readonly code: string }
  | { readonly verb: 'latency'; readonly code: string }
  | BehaveStep
  | ({ readonly verb: 'stream' } & Streamed)
  | { readonly verb: 'connection' | 'closing' | 'message'; readonly count: number };

export interface Recording {
  readonly isOn: boolean;
  readonly steps: readonly Step[];
  /** What the steps have waited for. */
  readonly seen: ServerCounts;
}

export const NOTHING_SEEN: ServerCounts = {
  connections: 0,
  closings: 0,
  messages: 0,
  streamed: { count: 0, message: '', perSecond: 0 },
};

export const NO_RECORDING: Recording = { isOn: false, steps: [], seen: NOTHING_SEEN };

/** A recording that has just begun. The play function is to wait for the connections that are there. */
export function startRecording(before: ServerCounts): Recording {
  return { isOn: true, steps: [], seen: { ...before, connections: 0 } };
}

/**
 * Adds what has happened since the last step: the same is to happen before the next one when it is
 * played, where no one takes their time.
 */
export function addWaits(recording: Recording, now: ServerCounts): Recording {
  if (!recording.isOn) return recording;
  const steps = stepsBetween(recording.seen, now).reduce(append, recording.steps);
  return { ...recording, steps, seen: now };
}

/** Adds what is driven, behind what had happened before it. */
export function addStep(recording: Recording, before: ServerCounts, step: Step): Recording {
  if (!recording.isOn) return recording;
  const waited = addWaits(recording, before);
  return { ...waited, steps: append(waited.steps, step) };
}

export function stopRecording(recording: Recording, now: ServerCounts): Recording {
  return { ...addWaits(recording, now), isOn: false };
}

/** Puts other steps in place of one; none takes it out. */
export function replaceStep(recording: Recording, step: Step, ...others: Step[]): Recording {
  const steps = recording.steps.flatMap((known) => (known === step ? others : [known]));
  return { ...recording, steps };
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
