import type { Column } from './columns.ts';

/** The story of a library, in a scenario. */
export function linkToLive({ contender, setup }: Column, scenario: string): string {
  return `./?path=/story/libraries-live--${contender.id}&args=setup:${setup};scenario:${scenario}`;
}
