import type { Plugin } from 'vite';
import { captureHandshake } from './capture.ts';

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
          return JSON.stringify(await captureHandshake());
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
