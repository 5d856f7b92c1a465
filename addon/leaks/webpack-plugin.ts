import { DEFAULT_OWN_CODE } from './own-code.ts';

/** As much of webpack as is needed, which is the project’s. */
interface Compiler {
  readonly webpack: {
    readonly EvalSourceMapDevToolPlugin: new (options: {
      readonly test: RegExp;
      readonly columns: boolean;
    }) => { apply(compiler: Compiler): void };
  };
}

/** The project's code, and Testing Library, which a play function calls. */
export function namedModules(folders: readonly string[]): RegExp {
  const separator = String.raw`[\\/]`;
  const names = folders.map((folder) => folder.split('/').map(escape).join(separator));
  const own = `^(?!.*${separator}node_modules${separator}).*${separator}(${names.join('|')})${separator}`;
  const tool = `${separator}node_modules${separator}@testing-library${separator}`;
  return new RegExp(`${own}|${tool}`);
}

/** For a regular expression. */
function escape(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
}

/**
 * Has a stack name each module of the project: `webpack-internal:///./src/Ticker.tsx`. webpack's files
 * hold modules of the project and of packages side by side, and their names tell nothing.
 */
export function ownCode(folders = DEFAULT_OWN_CODE) {
  return {
    apply(compiler: Compiler) {
      if (folders.length === 0) return;
      const { EvalSourceMapDevToolPlugin } = compiler.webpack;
      const options = { test: namedModules(folders), columns: false };
      new EvalSourceMapDevToolPlugin(options).apply(compiler);
    },
  };
}
