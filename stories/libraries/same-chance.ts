import { override } from '../../addon/story/override.ts';
import { seeded } from '../../src/protocol/testing/random.ts';

/** What a library leaves to chance comes out the same in each run, until the returned undo is called. */
export function drawTheSame(): () => void {
  let ids = 0;
  const nextId = () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`;
  const undos = [override(Math, 'random', seeded(1)), override(crypto, 'randomUUID', nextId)];
  return () => {
    for (const undo of undos) undo();
  };
}
