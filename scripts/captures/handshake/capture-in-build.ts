import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { oncePerBrowser } from '../../once-per-browser.ts';

const CACHE = fileURLToPath(
  new URL('../../../node_modules/.cache/react-websocket-lab/handshake.json', import.meta.url),
);

/** Lets a built lab show the handshake of the browser that was there when it was built. */
export function captureInBuild(): Plugin {
  return {
    name: 'lab:capture-in-build',
    apply: 'build',
    enforce: 'pre',
    load: {
      filter: { id: /\/handshake\/capture\.json$/ },
      async handler() {
        try {
          return await oncePerBrowser(CACHE, async () => {
            // Only a build needs it: `npm start` does not wait for a browser's driver to load.
            const { captureHandshake } = await import('./capture.ts');
            return captureHandshake();
          });
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
