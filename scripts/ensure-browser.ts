/** Run before the tests: makes sure that there is a browser, or says in one sentence how to get one. */
import { browserVersion, findBrowser, installBrowser } from './browser.ts';

function stop(reason: string): never {
  console.error(reason);
  process.exit(1);
}

/** A wrong `BROWSER_PATH` is the user's to fix, and needs no stack trace. */
const find = () =>
  findBrowser().catch((error: unknown) =>
    stop(error instanceof Error ? error.message : String(error)),
  );

if (!(await find())) {
  console.log('No Chromium on this machine yet: installing one.');
  installBrowser();
}

const path = await find();
if (!path) {
  stop(
    'The tests need a Chromium and none could be installed: run `npx playwright install --with-deps chromium`, or install Chrome and set BROWSER_PATH to its executable.',
  );
}
console.log(`Testing in ${browserVersion(path)} (${path})`);
