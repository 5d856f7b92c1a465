import * as React from 'react';
import type { Controls } from '../../model/close-fields.ts';
import type { Status } from '../../model/status.ts';
import './drive.css';
import { Field } from './Field.tsx';
import { NextStepBar } from './NextStepBar.tsx';
import { Recorder, type RecorderProps } from './Recorder.tsx';
import { Slider } from './Slider.tsx';
import { Verbs, type VerbsProps } from './Verbs.tsx';

const LATENCY_LIMIT_MS = 3_000;
const MESSAGES_PER_SECOND_LIMIT = 500;

export interface DriveProps extends Omit<VerbsProps, 'server'>, RecorderProps {
  readonly status: Status;
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
  const { status, problem, controls, onControls, behaviours, onBehaviour, onRemount, ...rest } =
    props;
  if (!status.server) {
    return <p>This story has no server to drive: give it a `url` in its args.</p>;
  }
  return (
    <div className="drive">
      {problem !== undefined && <p role="alert">{problem}</p>}
      <NextStepBar status={status} onAccept={() => rest.onVerb('accept')} onRemount={onRemount} />
      <Verbs server={status.server} {...rest} />
      <div className="settings">
        <Slider
          label="Latency in ms"
          max={LATENCY_LIMIT_MS}
          step={50}
          value={controls.latencyMs}
          onChange={(latencyMs) => onControls({ latencyMs })}
        />
        <Slider
          label="Messages a second"
          max={MESSAGES_PER_SECOND_LIMIT}
          step={1}
          value={controls.messagesPerSecond}
          onChange={(messagesPerSecond) => onControls({ messagesPerSecond })}
        />
        <Field label="Behaviour, from the next connection on">
          <select
            value={status.behaviour ?? ''}
            onChange={({ target: { value } }) => onBehaviour(value === '' ? undefined : value)}
          >
            <option value="">none</option>
            {behaviours.map((behaviour) => (
              <option key={behaviour}>{behaviour}</option>
            ))}
          </select>
        </Field>
        <Recorder {...rest} />
      </div>
    </div>
  );
}
