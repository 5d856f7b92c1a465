/**
 * What Next.js says of pattern 03, and does with it. The page of the pattern shows `capture.json`;
 * a test measures the same again, and `npm run capture:next` writes it again.
 */
import type { Page } from 'playwright';
import { buildNext, serveNext } from '../../next.ts';
import { GREETING, isOpen, type Backend } from './backend.ts';

export const APP = 'examples/next';
const ATTEMPT = `${APP}/attempt`;
const REQUESTS = 5;
/** For whoever reads that what was measured is not what was captured. */
export const HOW_TO_RENEW =
  'The page of pattern 03 shows something else. Is this right? Then `npm run capture:next` renews it.';

/** What became of the sockets of a server component that makes one while it renders. */
interface Rendered {
  readonly openedByBuild: number;
  /** While the page was asked for. */
  readonly openedByServer: number;
  readonly openedByBrowser: number;
  /** Pages that showed the message which their socket had received. */
  readonly pagesWithMessage: number;
  /** Of those that were opened while it was asked for, once the browser had left the page. */
  readonly openAfterwards: number;
  /** The codes that they all ended with, when the process that had opened them did. */
  readonly closedWith: string;
}

export interface Capture {
  /** What `next build` says, from its error on. */
  readonly attempt: string;
  readonly render: {
    /** How often each page was asked for. */
    readonly requests: number;
    readonly forEachRequest: Rendered;
    readonly atBuild: Rendered;
  };
}

/** Builds 03 as it was first tried. Throws when that succeeds. */
export async function captureAttempt(): Promise<Capture['attempt']> {
  const { code, output } = await buildNext(ATTEMPT);
  if (code === 0) throw new Error(`${ATTEMPT} builds, so there is nothing left to explain.`);
  const [version = ''] = output.split('\n');
  // What comes before the error tells how long it took, which is never the same.
  const error = output.slice(output.indexOf('> Build error occurred'));
  return `${version}\n\n${error.trim()}\n`;
}

/** Builds the app. A page that is rendered when it is built has its socket at this backend. */
export async function buildApp(backend: Backend): Promise<void> {
  const { code, output } = await buildNext(APP, { env: { BACKEND_URL: backend.url } });
  if (code !== 0) throw new Error(`next build failed:\n${output}`);
}

/** Asks the built app for the pages that make a socket while rendering. It was built with this backend. */
export async function captureRender(page: Page, backend: Backend): Promise<Capture['render']> {
  const server = await serveNext('start', APP, { env: { BACKEND_URL: backend.url } });
  const ask = async (path: string, hasRead?: () => Promise<void>) => {
    const openedByBuild = backend.at(path).length;
    let pagesWithMessage = 0;
    for (let request = 1; request <= REQUESTS; request++) {
      // After both, the message is there, if anything could show it.
      await Promise.all([hasRead?.(), page.goto(new URL(path, server.url).href)]);
      if (await page.getByText(GREETING).isVisible()) pagesWithMessage++;
    }
    await page.goto('about:blank');
    const sockets = backend.at(path).slice(openedByBuild);
    return {
      openedByBuild,
      openedByServer: sockets.filter(({ openedBy }) => openedBy === 'server').length,
      openedByBrowser: sockets.filter(({ openedBy }) => openedBy === 'browser').length,
      pagesWithMessage,
      openAfterwards: sockets.filter(isOpen).length,
    };
  };
  try {
    const atBuild = await ask('/render/at-build');
    const forEachRequest = await ask('/render', () => backend.nextReader());
    await server.close();
    await backend.allClosed();
    const codesAt = (path: string) =>
      [...new Set(backend.at(path).map(({ closeCode }) => closeCode))].join(', ');
    return {
      requests: REQUESTS,
      forEachRequest: { ...forEachRequest, closedWith: codesAt('/render') },
      atBuild: { ...atBuild, closedWith: codesAt('/render/at-build') },
    };
  } finally {
    await server.close();
  }
}
