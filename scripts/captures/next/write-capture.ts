/** `npm run capture:next`: renews what the page of pattern 03 shows of Next.js. */
import { writeFileSync } from 'node:fs';
import { launchBrowser } from '../../launch-browser.ts';
import { buildApp, captureAttempt, captureRender, type Capture } from './capture.ts';
import { Backend } from './backend.ts';

const file = new URL(
  '../../../stories/patterns/basics/server-component/capture.json',
  import.meta.url,
);
const backend = await Backend.listen();
const browser = await launchBrowser();
try {
  const attempt = await captureAttempt();
  await buildApp(backend);
  const render = await captureRender(await browser.newPage(), backend);
  const capture: Capture = { attempt, render };
  writeFileSync(file, `${JSON.stringify(capture, null, 2)}\n`);
  console.log(`Wrote ${file.pathname}`);
} finally {
  await browser.close();
  backend.close();
}
