import * as React from 'react';
import type { Controls } from '../../model/close-fields.ts';
import type { Status } from '../../model/status.ts';
import { findTarget, serverNamesOf } from '../../model/target.ts';
import { BehaviourField } from './BehaviourField.tsx';
import './drive.css';
import { NextStepBar } from './NextStepBar.tsx';
import { Recorder, type RecorderProps } from './Recorder.tsx';
import { ServerChoice } from './ServerChoice.tsx';
import { Slider } from './Slider.tsx';
import { Verbs, type VerbsProps } from './Verbs.tsx';

const LATENCY_LIMIT_MS = 3_000;
const MESSAGES_PER_SECOND_LIMIT = 500;

export interface DriveProps extends Omit<VerbsProps, 'server'>, RecorderProps {
  readonly status: Status;
  /** The name of the server that the verbs are for. @default the story's one, or all of them */
  readonly chosenServer?: string | undefined;
  readonly onServer: (name: string | undefined) => void;
  /** Why a verb was not done, in words. */
  readonly problem: string | undefined;
  readonly controls: Pick<Controls, 'latencyMs' | 'messagesPerSecond'>;
  readonly onControls: (change: Partial<Controls>) => void;
  /** The code of each behaviour that can be chosen. */
  readonly behaviours: readonly string[];
  readonly onBehaviour: (behaviour: string | undefined) => void;
  readonly onRemount: () => void;
}

/** Makes the server act. */
export function Drive(props: DriveProps): React.JSX.Element {
  const { status, chosenServer, onServer, problem, controls, onControls, ...others } = props;
  const { behaviours, onBehaviour, onRemount, ...rest } = others;
  const target = findTarget(status, chosenServer);
  if (!target) {
    return <p>This story has no server to drive: give it a `url` in its args.</p>;
  }
  const { server } = target;
  const names = serverNamesOf(status);
  // These are Controls of the whole story.
  const whose = names.length > 0 ? ', all servers' : '';
  return (
    <div className="drive">
      {names.length > 0 && <ServerChoice names={names} chosen={target.name} onChoose={onServer} />}
      {problem !== undefined && <p role="alert">{problem}</p>}
      <NextStepBar
        status={{ ...status, server }}
        onAccept={() => rest.onVerb('accept')}
        onRemount={onRemount}
      />
      <Verbs server={server} {...rest} />
      <div className="settings">
        <Slider
          label={`Latency in ms${whose}`}
          max={LATENCY_LIMIT_MS}
          step={50}
          value={controls.latencyMs}
          onChange={(latencyMs) => onControls({ latencyMs })}
        />
        <Slider
          label={`Messages a second${whose}`}
          max={MESSAGES_PER_SECOND_LIMIT}
          step={1}
          value={controls.messagesPerSecond}
          onChange={(messagesPerSecond) => onControls({ messagesPerSecond })}
        />
        <BehaviourField
          behaviours={behaviours}
          chosen={server.behaviour}
          chosenForAll={target.name === undefined ? undefined : status.server?.behaviour}
          onChoose={onBehaviour}
        />
        <Recorder {...rest} />
      </div>
    </div>
  );
}
