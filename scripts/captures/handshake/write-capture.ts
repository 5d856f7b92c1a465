/** `npm run capture`: renews the capture that is shown where no build has made one of its own. */
import { writeFileSync } from 'node:fs';
import { captureHandshake } from './capture.ts';

const file = new URL('../../../stories/protocol/handshake/capture.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(await captureHandshake(), null, 2)}\n`);
console.log(`Wrote ${file.pathname}`);
