import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { ROOT } from '../../child-process.ts';

const ENTRY = 'virtual:entry';

/**
 * What a component adds to a bundle that has React already: minified, and compressed by Brotli.
 * @param file from the root of the project, with what it exports by that name
 * @returns bytes
 */
export async function bundleBytes(file: string, name: string): Promise<number> {
  const built = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === ENTRY ? id : undefined),
        load: (id) =>
          id === ENTRY ? `export { ${name} } from ${JSON.stringify(join(ROOT, file))};` : undefined,
      },
    ],
    build: {
      write: false,
      minify: true,
      target: 'esnext',
      rolldownOptions: {
        input: ENTRY,
        external: /^react(-dom)?(\/|$)/,
        preserveEntrySignatures: 'strict',
        output: { format: 'es', codeSplitting: false },
      },
    },
  });
  const { output } = [built].flat()[0] as Rolldown.RolldownOutput;
  const code = output.flatMap((part) => (part.type === 'chunk' ? part.code : [])).join('');
  return brotliCompressSync(code).length;
}
