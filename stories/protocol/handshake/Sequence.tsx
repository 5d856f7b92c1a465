import { useId } from 'react';
import type { Exchange } from './exchange.ts';

/** How far the handshake has come: TCP, the request, the answer, what then travels. */
export type Step = 0 | 1 | 2 | 3;

const STEPS: readonly Step[] = [0, 1, 2, 3];

const DIRECTIONS = ['both', 'to-server', 'to-browser', 'both'] as const;

/** The last two are not known before they happen. */
function titleOf(one: Step, step: Step, exchange: Exchange | undefined, isSecure: boolean): string {
  if (one === 0) return isSecure ? 'TCP connection, then TLS' : 'TCP connection';
  if (one === 1) return 'The request';
  if (one > step || !exchange) return one === 2 ? 'The answer' : 'What follows';
  if (one === 2) return `Answer ${exchange.response.status}`;
  return exchange.refusal ? 'No connection' : 'Open: frames travel';
}

interface SequenceProps {
  readonly step: Step;
  readonly exchange: Exchange | undefined;
  /** Whether the connection is `wss:`. */
  readonly isSecure: boolean;
  readonly onStep: (step: Step) => void;
}

/** The sequence between browser and server. Radio buttons, so that arrow keys move along it. */
export function Sequence({ step, exchange, isSecure, onStep }: SequenceProps) {
  const name = useId();
  const outcome = exchange?.refusal ? 'failed' : 'open';
  return (
    <fieldset className="sequence">
      <legend>Step</legend>
      <div className="ends" aria-hidden="true">
        <b>Browser</b>
        <b>Server</b>
      </div>
      {STEPS.map((one) => (
        <label
          key={one}
          data-reached={one <= step}
          data-direction={DIRECTIONS[one]}
          data-outcome={one < 2 ? undefined : outcome}
        >
          <input type="radio" name={name} checked={one === step} onChange={() => onStep(one)} />
          <span>
            {one} {titleOf(one, step, exchange, isSecure)}
          </span>
        </label>
      ))}
      <button type="button" disabled={step === 0} onClick={() => onStep((step - 1) as Step)}>
        Back
      </button>
      <button type="button" disabled={step === 3} onClick={() => onStep((step + 1) as Step)}>
        Next
      </button>
    </fieldset>
  );
}
