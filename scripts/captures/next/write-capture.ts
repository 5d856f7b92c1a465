/** `npm run capture:next`: renews what the page of pattern 03 shows of Next.js. */
import { writeFileSync } from 'node:fs';
import { launchBrowser } from '../../launch-browser.ts';
import { buildApp, captureAttempt, captureRender, type Capture } from './capture.ts';
import { FarEnd } from './far-end.ts';

const file = new URL(
  '../../../stories/patterns/basics/server-component/capture.json',
  import.meta.url,
);
const farEnd = await FarEnd.listen();
const browser = await launchBrowser();
try {
  const attempt = await captureAttempt();
  await buildApp(farEnd);
  const render = await captureRender(await browser.newPage(), farEnd);
  const capture: Capture = { attempt, render };
  writeFileSync(file, `${JSON.stringify(capture, null, 2)}\n`);
  console.log(`Wrote ${file.pathname}`);
} finally {
  await browser.close();
  farEnd.close();
}
