import type { Contender, Setup } from './contender.ts';
import { CONTENDERS } from './contenders/all.ts';

/** A library by its defaults, or with the best options that it documents. */
export interface Column {
  /** In addresses and in the results: `socket-io/best`. */
  readonly key: string;
  readonly contender: Contender;
  readonly setup: Setup;
}

export const columns: readonly Column[] = CONTENDERS.flatMap((contender) => {
  const setups: readonly Setup[] = contender.best ? ['defaults', 'best'] : ['defaults'];
  return setups.map((setup) => ({ key: `${contender.id}/${setup}`, contender, setup }));
});
