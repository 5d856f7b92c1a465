import {
  acceptsAndEchoes,
  closesAfter,
  goesSilentAfter,
  holdsFor,
  refusesThenAccepts,
  streams,
  type Behaviour,
} from '../../../mocks/behaviours.ts';

/** The behaviours to choose from, each by the code that makes it. */
export const BEHAVIOURS: Readonly<Record<string, () => Behaviour>> = {
  'acceptsAndEchoes()': () => acceptsAndEchoes(),
  'holdsFor(2_000)': () => holdsFor(2_000),
  'refusesThenAccepts(2)': () => refusesThenAccepts(2),
  'closesAfter(2_000, 1012)': () => closesAfter(2_000, 1012),
  'streams(10)': () => streams(10),
  'streams(5_000)': () => streams(5_000),
  'goesSilentAfter(3)': () => goesSilentAfter(3),
};
