import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Plugin } from 'vite';

const PRINT_CAPTURE = fileURLToPath(new URL('print-capture.ts', import.meta.url));

/** Lets a built lab show the handshake of the browser that was there when it was built. */
export function captureInBuild(): Plugin {
  let capture: Promise<{ stdout: string }>;
  return {
    name: 'lab:capture-in-build',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      // Beside the build, which takes longer.
      capture = promisify(execFile)(process.execPath, [PRINT_CAPTURE]);
      // A failure is told below, where it matters.
      capture.catch(() => undefined);
    },
    load: {
      filter: { id: /\/handshake\/capture\.json$/ },
      async handler() {
        try {
          return (await capture).stdout;
        } catch (error) {
          this.warn(
            `The page Handshake will show the capture in the repository, as this build could make none: ${String(error)} Run \`npm test\` once to install a browser.`,
          );
          return null;
        }
      },
    },
  };
}
