import * as React from 'react';
import { toPlayFunction } from '../../model/play-function.ts';
import type { Recording } from '../../model/recording.ts';

export interface RecorderProps {
  readonly recording: Recording;
  readonly onRecord: (isOn: boolean) => void;
  readonly onCopyPlay: (code: string) => void;
}

/** Writes down what is driven as a play function. */
export function Recorder({ recording, onRecord, onCopyPlay }: RecorderProps): React.JSX.Element {
  const { isOn, steps } = recording;
  const code = toPlayFunction(steps);
  return (
    <section aria-label="Recording">
      <div className="bar">
        <button type="button" aria-pressed={isOn} onClick={() => onRecord(!isOn)}>
          {isOn ? 'Stop recording' : 'Record a play function'}
        </button>
        <button type="button" disabled={steps.length === 0} onClick={() => onCopyPlay(code)}>
          Copy
        </button>
      </div>
      {(isOn || steps.length > 0) && (
        <pre tabIndex={0} aria-label="Play function">
          {code}
        </pre>
      )}
    </section>
  );
}
