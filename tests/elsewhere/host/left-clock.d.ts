/** A package that the test puts there. */
declare module 'left-clock' {
  export function LeftClock(): import('react').ReactElement;
}
