import type { Behaviour } from '../mocks/behaviours.ts';

/** A server that is made again for each run of a story, so that nothing is left in it from the last one. */
export function fresh<T extends Behaviour>(make: () => T) {
  let latest = make();
  return {
    behaviour: ((server) => {
      latest = make();
      return latest(server);
    }) satisfies Behaviour,
    get latest() {
      return latest;
    },
  };
}
