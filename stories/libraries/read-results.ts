import json from './results.json';
import type { Results } from './results.ts';

/** What `npm run compare` has written last. */
export const RESULTS = json as unknown as Results;
