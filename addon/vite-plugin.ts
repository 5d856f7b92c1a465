import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const NAME = 'react-websocket-lab';
const INSTALL = `${NAME}/install`;

const pathOf = (entry: string) => fileURLToPath(import.meta.resolve(entry));

/**
 * Has the simulated socket in place before any module of the project, so that one which keeps `WebSocket`
 * when it loads, as socket.io-client does, keeps that. Has the checks of a test run at its end.
 */
export function installFirst(): Plugin {
  let base = '/';
  return {
    name: `${NAME}:install-first`,
    enforce: 'pre',
    config: () => ({
      optimizeDeps: {
        // Prepared, its entry points could each have a copy of what the page must have once.
        exclude: [NAME],
        // Its imports that are CommonJS, which Vite does not find there then.
        include: ['react', 'react/jsx-runtime', 'react-dom'],
      },
      ...(process.env['VITEST'] && {
        test: { setupFiles: [pathOf(`${NAME}/vitest-setup`)] },
      }),
    }),
    configResolved(config) {
      base = config.base;
    },
    // The page that asks for it may be in a package that has no such dependency.
    resolveId: (source) => (source === INSTALL ? pathOf(INSTALL) : undefined),
    transformIndexHtml: {
      order: 'pre',
      handler: (_, { server }) => [
        {
          tag: 'script',
          // A build puts it together with the page's other scripts; a server has it under this URL.
          ...(server
            ? { attrs: { type: 'module', src: `${base}@id/${INSTALL}` } }
            : { attrs: { type: 'module' }, children: `import '${INSTALL}';` }),
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}
