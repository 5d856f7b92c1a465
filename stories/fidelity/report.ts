import type { FidelityReport } from '../../mocks/contract/fidelity/report.ts';
import json from './report.json';

/** What `npm run fidelity` has last found. */
export const report: FidelityReport = json;
