import { chromium, type Browser } from 'playwright';
import { launchOptions } from './browser.ts';

/** Starts the browser of this machine, without a window, with more flags if need be. */
export async function launchBrowser(...args: readonly string[]): Promise<Browser> {
  return chromium.launch(await launchOptions(...args));
}
