import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import { HOST, type Served } from './child-process.ts';

/** Builds the page in a folder for production, and serves it. */
export async function serveBuiltPage(root: string): Promise<Served> {
  const outDir = await mkdtemp(join(tmpdir(), 'page-'));
  const plugins = [react()];
  await build({
    configFile: false,
    root,
    plugins,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true },
  });
  const server = await preview({
    configFile: false,
    root,
    logLevel: 'error',
    build: { outDir },
    preview: { host: HOST, port: 0 },
  });
  const { port } = server.httpServer.address() as { readonly port: number };
  return {
    url: `http://${HOST}:${port}/`,
    async close() {
      await server.close();
      await rm(outDir, { recursive: true });
    },
  };
}
