/** Finds, and where it may, installs the Chromium that the tests drive. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { LaunchOptions } from 'playwright';

/** Flags for every Chromium we start: no sandbox in containers, and no traffic of its own. */
const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Debian's Chromium without a window: the same engine, for a fifth less CPU time. */
const HEADLESS_SHELL = 'chromium-headless-shell';

const INSTALLED_NAMES = [
  HEADLESS_SHELL,
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];

const INSTALLED_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

function onPath(name: string): string | undefined {
  const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.trim() : undefined;
}

/**
 * The executable of a Chromium-family browser: `BROWSER_PATH` if set, else Playwright's own
 * download, else one that is installed. `undefined` where there is none.
 * @throws {Error} where `BROWSER_PATH` names no file
 */
export async function findBrowser(): Promise<string | undefined> {
  const named = process.env['BROWSER_PATH'];
  if (named && !existsSync(named)) {
    throw new Error(
      `BROWSER_PATH names ${named}, and there is no such file. Set it to the executable of a Chromium, or unset it to let one be found.`,
    );
  }
  if (named) return named;
  // Not before: `vite.config.ts` imports this module, also where Storybook starts without a browser.
  const { chromium } = await import('playwright');
  const playwrights = chromium.executablePath();
  if (existsSync(playwrights)) return playwrights;
  for (const name of INSTALLED_NAMES) {
    const path = onPath(name);
    if (path) return path;
  }
  return INSTALLED_PATHS.find(existsSync);
}

/**
 * The executable of a Chromium that has tabs and a back/forward cache, which the headless shell has not.
 * `undefined` where there is none.
 */
export async function findWholeBrowser(): Promise<string | undefined> {
  const found = await findBrowser();
  if (found !== undefined && !found.includes('headless')) return found;
  const name = INSTALLED_NAMES.find((name) => name !== HEADLESS_SHELL && onPath(name));
  return name === undefined ? INSTALLED_PATHS.find(existsSync) : onPath(name);
}

/** What Playwright starts our Chromium with, and more flags if need be. */
export async function launchOptions(...args: readonly string[]): Promise<LaunchOptions> {
  const executablePath = await findBrowser();
  return {
    args: [...BROWSER_ARGS, ...args],
    ...(executablePath !== undefined && { executablePath }),
  };
}

function run(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}

/** Playwright's download where it can be had, else the system's package where we may install one. */
export function installBrowser(): void {
  if (run('npx', 'playwright', 'install', 'chromium')) return;
  if (!onPath('apt-get')) return;
  console.log(
    'Playwright’s own cannot be downloaded here: installing the system’s package instead.',
  );
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args: string[]) => {
    const [command, ...rest] = [...asRoot, 'apt-get', ...args];
    return command !== undefined && run(command, ...rest);
  };
  const install = (name: string) => apt('install', '-y', '--no-install-recommends', name);
  if (apt('update') && !install(HEADLESS_SHELL)) install('chromium');
}

/** `Chromium 156.0.8078.79`, as the executable itself says. Throws if it cannot be started. */
export function browserVersion(path: string): string {
  return execFileSync(path, ['--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}
