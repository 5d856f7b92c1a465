import type { Call, HeardServer } from '../../story/heard-server.ts';
import type { Session } from '../../story/session.ts';
import { toCode, toPlayFunction } from '../model/play-function.ts';
import {
  addStep,
  addWaits,
  NO_RECORDING,
  replaceStep,
  startRecording,
  stopRecording,
  type BehaveStep,
  type Recording,
  type ServerCounts,
  type Step,
} from '../model/recording.ts';

/** Writes down what one story's server is told, whoever tells it, as a play function. */
export class Recorder {
  readonly #session: Session;
  readonly #onChange: () => void;
  readonly #stopHearing: () => void;
  #recording: Recording;

  /** @param isOn whether it records from the story's beginning on, with its own play function */
  constructor(session: Session, isOn: boolean, onChange: () => void) {
    this.#session = session;
    this.#onChange = onChange;
    this.#recording = isOn ? startRecording([]) : NO_RECORDING;
    this.#stopHearing = session.server.hearCalls((call) => this.#hear(call));
  }

  get isOn(): boolean {
    return this.#recording.isOn;
  }

  /** The play function so far; empty where nothing was driven. */
  get code(): string {
    const { isOn, steps } = this.#recording;
    return isOn || steps.length > 0 ? toPlayFunction(steps) : '';
  }

  /** Begins again, or ends. */
  record(isOn: boolean): void {
    const now = this.#counts;
    this.#set(isOn ? startRecording(now) : stopRecording(this.#recording, now));
  }

  /** A named behaviour was chosen: what it does by itself is not written down. */
  behave(step: BehaveStep): void {
    this.#set(addStep(this.#recording, this.#counts, step));
  }

  dispose(): void {
    this.#stopHearing();
  }

  #hear(call: Call): () => void {
    if (!this.isOn) return () => undefined;
    if (call.verb === 'stream') {
      // Its step comes later, with how often it was sent.
      this.#set(addWaits(this.#recording, this.#counts));
      return () => undefined;
    }
    const verb = call.verb === 'latencyMs' ? 'latency' : 'call';
    const { server } = call;
    let step: Step = { verb, server, code: toCode(call) };
    this.#set(addStep(this.#recording, this.#counts, step));
    const put = (...steps: Step[]) => this.#set(replaceStep(this.#recording, step, ...steps));
    const [data] = call.args;
    if (data instanceof Blob) {
      void data.arrayBuffer().then((buffer) => {
        const read: Step = { verb, server, code: toCode({ ...call, args: [buffer] }) };
        put(read);
        step = read;
      });
    }
    return () => put();
  }

  /** Of several servers, each: which of them a connection comes to first differs from run to run. */
  get #counts(): ServerCounts[] {
    const { server } = this.#session;
    const parts = Object.entries(server.servers);
    if (parts.length === 0) return [countsOf(server)];
    const { streamed } = server;
    const ofAll = { connections: 0, closings: 0, messages: 0, streamed };
    return [ofAll, ...parts.map(([name, part]) => ({ ...countsOf(part), server: name }))];
  }

  #set(recording: Recording): void {
    if (recording === this.#recording) return;
    this.#recording = recording;
    this.#onChange();
  }
}

function countsOf({ connections, received, streamed }: HeardServer): ServerCounts {
  const closings = connections.filter(({ state }) => state === 'closed').length;
  return { connections: connections.length, closings, messages: received.length, streamed };
}
