import { PlayNextIcon } from '@storybook/icons';
import * as React from 'react';
import { Button } from 'storybook/internal/components';
import { formatTime } from '../story/clock/format-time.ts';
import { useClockReading } from './useClockReading.ts';

/** What a virtual clock shows, and a button that moves it on. Nothing while the story has real time. */
export function ClockFace(): React.ReactElement | null {
  const { clock, runToNext } = useClockReading();
  if (!clock) return null;
  const time = formatTime(clock.now);
  return (
    <Button
      variant="ghost"
      padding="small"
      size="small"
      ariaLabel={`${time}: run to the next timer`}
      tooltip="Run to the next timer"
      onClick={runToNext}
    >
      <span style={{ fontVariantNumeric: 'tabular-nums' }}>{time}</span>
      <PlayNextIcon />
    </Button>
  );
}
