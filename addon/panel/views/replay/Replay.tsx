import * as React from 'react';
import type { RecordingSummary } from '../../model/recording-summary.ts';
import type { ReplayStatus } from '../../model/replay-status.ts';
import { Differences } from './Differences.tsx';
import { ImportField } from './ImportField.tsx';
import { RecordedSockets } from './RecordedSockets.tsx';
import './replay.css';

export interface ReplayProps {
  /** Why there is no recording, or none that can be replayed. */
  readonly problem?: string | undefined;
  readonly isReading: boolean;
  /** What the recording is called. */
  readonly name?: string | undefined;
  readonly summary?: RecordingSummary | undefined;
  /** Of the replay that is under way. */
  readonly status?: ReplayStatus | undefined;
  /** Whether the story has a server that could replay. */
  readonly canReplay: boolean;
  readonly onImport: (file: Blob, name: string) => void;
  readonly onTakeTimeline: () => void;
  readonly onReplay: () => void;
  readonly onStop: () => void;
  readonly onSave: () => void;
  readonly onCopy: () => void;
}

/** A recording becomes the story's server, and a story of its own. */
export function Replay(props: ReplayProps): React.JSX.Element {
  const { problem, isReading, name, summary, status, canReplay } = props;
  return (
    <div className="replay">
      <ImportField onImport={props.onImport} onTakeTimeline={props.onTakeTimeline} />
      <p role="status">{isReading ? 'Reading…' : name && summary && `${name} is read.`}</p>
      {problem !== undefined && <p role="alert">{problem}</p>}
      {summary && (
        <>
          <RecordedSockets summary={summary} />
          <div className="bar" role="group" aria-label="Recording">
            <button type="button" disabled={!canReplay} onClick={props.onReplay}>
              {status ? 'Replay again' : 'Replay in this story'}
            </button>
            <button type="button" disabled={!status} onClick={props.onStop}>
              Stop replaying
            </button>
            <button type="button" onClick={props.onSave}>
              Save as story
            </button>
            <button type="button" onClick={props.onCopy}>
              Copy story
            </button>
          </div>
          {!canReplay && (
            <p>This story has no server: only a story with the argument url can replay.</p>
          )}
        </>
      )}
      {status && <Differences status={status} />}
    </div>
  );
}
