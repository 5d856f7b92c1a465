import { chromium, type Browser } from 'playwright';
import { BROWSER_ARGS, findBrowser } from './browser.ts';

/** Starts the browser of this machine, without a window, with more flags if need be. */
export function launchBrowser(...args: readonly string[]): Promise<Browser> {
  const executablePath = findBrowser();
  return chromium.launch({
    args: [...BROWSER_ARGS, ...args],
    ...(executablePath !== undefined && { executablePath }),
  });
}
