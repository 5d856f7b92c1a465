/** Run before the tests: makes sure that there is a browser, or says in one sentence how to get one. */
import { browserVersion, findBrowser, installBrowser } from './browser.ts';

if (!(await findBrowser())) {
  console.log('No Chromium on this machine yet: installing one.');
  installBrowser();
}

const path = await findBrowser();
if (!path) {
  console.error(
    'The tests need a Chromium and none could be installed: run `npx playwright install --with-deps chromium`, or install Chrome and set BROWSER_PATH to its executable.',
  );
  process.exit(1);
}
console.log(`Testing in ${browserVersion(path)} (${path})`);
