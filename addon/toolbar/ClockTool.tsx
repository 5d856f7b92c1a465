import * as React from 'react';
import { Select } from 'storybook/internal/components';
import { useGlobals, useParameter, useStorybookState } from 'storybook/manager-api';
import { useClockReading } from './useClockReading.ts';

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

/**
 * Toolbar: how the time of the story passes. A story that asks for a clock has its play function move it,
 * and then its time goes on; what is chosen here is stronger.
 */
export function ClockTool(): React.ReactElement {
  const [{ clock = 'real', transport }, updateGlobals] = useGlobals();
  const { viewMode } = useStorybookState();
  const asked = useParameter<Setting>('clock', 'real');
  const isAsked = clock === 'real' && asked !== 'real';
  const isOfPage = transport === 'live' && (clock !== 'real' || isAsked);
  const { clock: shown } = useClockReading();
  // The page’s own buttons and the play function move the clock too.
  const setting = shown ? settingOf(shown.speed) : (clock as Setting);
  const title = `${isAsked ? 'story’s clock' : TITLES[setting]}${isOfPage ? ', page only' : ''}`;
  const limits = [
    isOfPage && 'A real server keeps its own time: only the timers of the page are moved.',
    viewMode === 'docs' && 'The stories of this page share its clock.',
  ].filter(Boolean);
  return (
    <Select
      key={title}
      size="small"
      padding="small"
      ariaLabel={`Clock: ${title}`}
      tooltip={['How time passes for the story.', ...limits].join(' ')}
      options={OPTIONS}
      // Storybook highlights a tool in which something is chosen.
      {...(!isAsked && setting !== 'real' && { defaultOptions: setting })}
      showSelectedOptionTitle={false}
      onSelect={(setting) => updateGlobals({ clock: setting })}
    >
      {title}
    </Select>
  );
}

function settingOf(speed: number): Setting {
  const setting = `x${speed}`;
  return setting in TITLES ? (setting as Setting) : 'paused';
}
