import * as React from 'react';
import { useChannel } from 'storybook/manager-api';
import { CLOCK_READS, RUN_TO_NEXT, type ClockReading } from '../story/clock/channel.ts';

/** The story's virtual clock as the page tells it, or nothing; and what runs it to its next timer. */
export function useClockReading() {
  const [clock, setClock] = React.useState<ClockReading | null>(null);
  const emit = useChannel({ [CLOCK_READS]: setClock });
  return { clock, runToNext: () => emit(RUN_TO_NEXT) };
}
