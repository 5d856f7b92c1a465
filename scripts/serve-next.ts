/** `npm run next`: the patterns in the development server of Next.js, and the far end they talk to. */
import { serveNext } from './next.ts';
import { APP } from './captures/next/capture.ts';
import { FarEnd } from './captures/next/far-end.ts';

const farEnd = await FarEnd.listen();
const { url } = await serveNext('dev', APP, { env: { FAR_END: farEnd.url } });
console.log(`The patterns in Next.js: ${url} (Ctrl+C ends it)`);
