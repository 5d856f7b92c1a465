import { chromium, type Browser } from 'playwright';
import { BROWSER_ARGS, findBrowser } from './browser.ts';

/** Starts the browser of this machine, without a window. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  return chromium.launch({
    args: BROWSER_ARGS,
    ...(executablePath !== undefined && { executablePath }),
  });
}
