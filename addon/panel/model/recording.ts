import type { Streamed } from '../../story/heard-server.ts';

interface OfServer {
  /** The name of one of several servers. @default the story's one, or all of them */
  readonly server?: string | undefined;
}

/** What has happened at a server since the story began. */
export interface ServerCounts extends OfServer {
  readonly connections: number;
  /** Ends of connections. */
  readonly closings: number;
  /** Messages from the page. */
  readonly messages: number;
  readonly streamed: Streamed;
}

/** A behaviour for the whole server, or for one of several by its name. */
export interface BehaveStep extends OfServer {
  readonly verb: 'behave';
  readonly behaviour: string | undefined;
}

/** One line of the play function: what was driven, what that waited for, or what was streamed before it. */
export type Step =
  | { readonly verb: 'call'; readonly code: string }
  | ({ readonly verb: 'latency'; readonly code: string } & OfServer)
  | BehaveStep
  | ({ readonly verb: 'stream' } & Streamed & OfServer)
  | ({ readonly verb: 'connection' | 'closing' | 'message'; readonly count: number } & OfServer);

export interface Recording {
  readonly isOn: boolean;
  readonly steps: readonly Step[];
  /** What the steps have waited for, at each server. */
  readonly seen: readonly ServerCounts[];
}

const NOTHING_SEEN: ServerCounts = {
  connections: 0,
  closings: 0,
  messages: 0,
  streamed: { count: 0, message: '', perSecond: 0 },
};

export const NO_RECORDING: Recording = { isOn: false, steps: [], seen: [] };

/** A recording that has just begun. The play function is to wait for the connections that are there. */
export function startRecording(before: readonly ServerCounts[]): Recording {
  const seen = before.map((counts) => ({ ...counts, connections: 0 }));
  return { isOn: true, steps: [], seen };
}

/**
 * Adds what has happened since the last step: the same is to happen before the next one when it is
 * played, where no one takes their time.
 */
export function addWaits(recording: Recording, now: readonly ServerCounts[]): Recording {
  if (!recording.isOn) return recording;
  const steps = stepsBetween(recording.seen, now).reduce(append, recording.steps);
  return { ...recording, steps, seen: now };
}

/** Adds what is driven, behind what had happened before it. */
export function addStep(
  recording: Recording,
  before: readonly ServerCounts[],
  step: Step,
): Recording {
  if (!recording.isOn) return recording;
  const waited = addWaits(recording, before);
  return { ...waited, steps: append(waited.steps, step) };
}

export function stopRecording(recording: Recording, now: readonly ServerCounts[]): Recording {
  return { ...addWaits(recording, now), isOn: false };
}

/** Puts other steps in place of one; none takes it out. */
export function replaceStep(recording: Recording, step: Step, ...others: Step[]): Recording {
  const steps = recording.steps.flatMap((known) => (known === step ? others : [known]));
  return { ...recording, steps };
}

/** In the order in which they can be waited for: there is no stream without a connection. */
const WAITS = ['connection', 'closing', 'stream', 'message'] as const;

function stepsBetween(seen: readonly ServerCounts[], now: readonly ServerCounts[]): Step[] {
  const changes = now.map((counts) => {
    const before = seen.find(({ server }) => server === counts.server) ?? NOTHING_SEEN;
    return stepsAt(before, counts);
  });
  return WAITS.flatMap((verb) => changes.flat().filter((step) => step.verb === verb));
}

function stepsAt(seen: ServerCounts, now: ServerCounts): Step[] {
  const { server } = now;
  const steps = [
    { verb: 'connection', server, count: now.connections - seen.connections },
    { verb: 'closing', server, count: now.closings - seen.closings },
    { verb: 'stream', server, ...now.streamed, count: now.streamed.count - seen.streamed.count },
    // Last, as they may be answers to what was streamed.
    { verb: 'message', server, count: now.messages - seen.messages },
  ] as const;
  return steps.filter(({ count }) => count > 0);
}

function append(steps: readonly Step[], step: Step): readonly Step[] {
  const last = steps.at(-1);
  const others = steps.slice(0, -1);
  // On its way to where it was left, a slider goes through all that is between.
  const isSameSlider =
    step.verb === 'latency' && last?.verb === 'latency' && step.server === last.server;
  if (isSameSlider) return [...others, step];
  // A stream goes on until its Control has followed the slider.
  const isSameStream =
    step.verb === 'stream' &&
    last?.verb === 'stream' &&
    step.server === last.server &&
    step.message === last.message &&
    step.perSecond === last.perSecond;
  if (isSameStream) return [...others, { ...step, count: last.count + step.count }];
  return [...steps, step];
}
