import * as React from 'react';
import { Select } from 'storybook/internal/components';
import { useGlobals, useParameter, useStorybookState } from 'storybook/manager-api';

const TITLES = {
  real: 'real time',
  paused: 'clock paused',
  x1: 'clock ×1',
  x10: 'clock ×10',
  x60: 'clock ×60',
} as const;

type Setting = keyof typeof TITLES;

const OPTIONS = (Object.keys(TITLES) as Setting[]).map((value) => ({
  value,
  title: TITLES[value],
  ...(value === 'real' && { description: 'or as the story asks' }),
}));

/** Toolbar: how the time of the story passes. What is chosen here is stronger than what the story asks for. */
export function ClockTool(): React.ReactElement {
  const [{ clock = 'real', transport }, updateGlobals] = useGlobals();
  const { viewMode } = useStorybookState();
  const asked = useParameter<Setting>('clock', 'real');
  const isDocs = viewMode === 'docs';
  const shown = clock === 'real' && !isDocs ? asked : (clock as Setting);
  const limits = [
    transport === 'live' &&
      'A real server keeps its own time: only the timers of the page are moved.',
    isDocs && 'The stories of this page share its clock.',
  ].filter(Boolean);
  return (
    <Select
      key={shown}
      size="small"
      padding="small"
      ariaLabel="Clock"
      tooltip={['How time passes for the story.', ...limits].join(' ')}
      options={OPTIONS}
      defaultOptions={shown}
      onSelect={(setting) => updateGlobals({ clock: setting })}
    >
      {TITLES[shown]}
    </Select>
  );
}
