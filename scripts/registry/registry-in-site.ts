import type { Plugin } from 'vite';
import { registryFiles } from './registry-files.ts';

/** Puts the registry into the site: as files in a build, and as answers of the development server. */
export function registryInSite(): Plugin {
  return {
    name: 'lab:registry-in-site',
    generateBundle() {
      for (const [fileName, source] of registryFiles()) {
        this.emitFile({ type: 'asset', fileName, source });
      }
    },
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const [path = ''] = (request.url ?? '').slice(1).split('?');
        // A file has changed since the last request, perhaps, so they are made again.
        const file = path.startsWith('r/') ? registryFiles().get(path) : undefined;
        if (file === undefined) next();
        else response.setHeader('Content-Type', 'application/json').end(file);
      });
    },
  };
}
