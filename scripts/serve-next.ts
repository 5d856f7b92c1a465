/** `npm run next`: the patterns in the development server of Next.js, and the backend they talk to. */
import { serveNext } from './next.ts';
import { APP } from './captures/next/capture.ts';
import { Backend } from './captures/next/backend.ts';

const backend = await Backend.listen();
const { url } = await serveNext('dev', APP, { env: { BACKEND_URL: backend.url } });
console.log(`The patterns in Next.js: ${url} (Ctrl+C ends it)`);
