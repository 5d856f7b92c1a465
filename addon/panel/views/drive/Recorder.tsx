import * as React from 'react';
import type { RecordedPlay } from '../../model/channel.ts';

export interface RecorderProps {
  readonly recording: RecordedPlay;
  readonly onRecord: (isOn: boolean) => void;
  readonly onCopyPlay: (code: string) => void;
}

/** Writes down what is driven as a play function. */
export function Recorder({ recording, onRecord, onCopyPlay }: RecorderProps): React.JSX.Element {
  const { isOn, code } = recording;
  return (
    <section aria-label="Recording">
      <div className="bar">
        <button type="button" aria-pressed={isOn} onClick={() => onRecord(!isOn)}>
          {isOn ? 'Stop recording' : 'Record a play function'}
        </button>
        <button type="button" disabled={code === ''} onClick={() => onCopyPlay(code)}>
          Copy
        </button>
      </div>
      {code !== '' && (
        <pre tabIndex={0} aria-label="Play function">
          {code}
        </pre>
      )}
    </section>
  );
}
