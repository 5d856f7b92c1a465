import { CIRCUMSTANCES } from './circumstances.ts';
import { CLOSINGS } from './closings.ts';
import { LOSSES } from './losses.ts';
import { MESSAGES } from './messages.ts';
import { REACT } from './react.ts';

/** In the order of the rows. */
export const SCENARIOS = [...LOSSES, ...CLOSINGS, ...CIRCUMSTANCES, ...MESSAGES, ...REACT];
