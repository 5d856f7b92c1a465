import * as React from 'react';
import { useChannel } from 'storybook/manager-api';
import { CLOCK_SHOWS, RUN_TO_NEXT, type ShownClock } from '../story/clock/channel.ts';

/** The story's virtual clock as the page tells it, or nothing; and what runs it to its next timer. */
export function useShownClock() {
  const [clock, setClock] = React.useState<ShownClock | null>(null);
  const emit = useChannel({ [CLOCK_SHOWS]: setClock });
  return { clock, runToNext: () => emit(RUN_TO_NEXT) };
}
