import type { Exchange } from './exchange.ts';
import type { Step } from './Sequence.tsx';
import { Verdict } from './Verdict.tsx';

interface StepTextProps {
  readonly step: Step;
  readonly url: string;
  readonly exchange: Exchange | undefined;
}

/** What happens at a step, as a sentence that is read out when it changes. */
export function StepText({ step, url, exchange }: StepTextProps) {
  return (
    <div aria-live="polite" className="step-text">
      {step === 0 && (
        <p>
          Before any HTTP, the browser connects to {new URL(url).host}. With wss it also agrees with
          the server on keys, so that all that follows is encrypted.
        </p>
      )}
      {step === 1 && <p>The browser asks in HTTP, and waits. Its socket is CONNECTING.</p>}
      {step >= 2 && exchange && <Verdict exchange={exchange} />}
    </div>
  );
}
