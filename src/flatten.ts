/** A pattern as one file to copy: what it imports from the project first, then the pattern itself. */

/** Reads a file by its path from the root of the project: `src/patterns/01-use-effect/UseEffectSocket.tsx`. */
export type ReadSource = (path: string) => string | undefined;

/** `import x, { a, type B } from 'y';`, over one line or several. */
const IMPORT = /^import\s+(?:(?<what>[^'";]+?)\s+from\s+)?'(?<from>[^']+)';\n/gm;

/**
 * The files that one is made of, in the order in which they can be read: each after all that it imports.
 * Only relative imports of scripts are followed; stylesheets and packages are not.
 * @throws {Error} when a file that is imported cannot be read
 */
export function filesOf(path: string, read: ReadSource, found: string[] = []): string[] {
  if (found.includes(path)) return found;
  for (const { from } of importsOf(sourceOf(path, read))) {
    if (isOwnScript(from)) filesOf(resolve(path, from), read, found);
  }
  found.push(path);
  return found;
}

/**
 * One file in place of several: the imports of packages on top, each once, then the files in reading
 * order. Only what the first file exports stays exported.
 * @throws {Error} when a file that is imported cannot be read
 */
export function flatten(path: string, read: ReadSource): string {
  const files = filesOf(path, read);
  const sources = files.map((file) => ({ file, source: sourceOf(file, read) }));
  const bodies = sources.map(({ file, source }) => {
    const body = source.replace(IMPORT, '').trim();
    return file === path ? body : body.replace(/^export (?!default)/gm, '');
  });
  const imports = mergeImports(sources.flatMap(({ source }) => importsOf(source)));
  return `${[imports, ...bodies].filter((part) => part !== '').join('\n\n')}\n`;
}

interface Import {
  /** `undefined` where only the file itself is imported. */
  readonly what: string | undefined;
  readonly from: string;
}

/** What a source imports, in its order. */
export function importsOf(source: string): Import[] {
  return [...source.matchAll(IMPORT)].map(({ groups }) => ({
    what: groups?.['what'],
    from: groups?.['from'] ?? '',
  }));
}

/** @throws {Error} when there is no such file */
export function sourceOf(path: string, read: ReadSource): string {
  const source = read(path);
  if (source === undefined) throw new Error(`${path} is imported, and there is no such file.`);
  return source;
}

function isOwnScript(from: string): boolean {
  return from.startsWith('.') && /\.tsx?$/.test(from);
}

/** The path that a relative import in a file means. */
export function resolve(path: string, from: string): string {
  return new URL(from, `file:///${path}`).pathname.slice(1);
}

/** The names imported from packages: one statement a package, types marked one by one. */
function mergeImports(imports: readonly Import[]): string {
  const names = new Map<string, Set<string>>();
  for (const { what = '', from } of imports) {
    if (from.startsWith('.')) continue;
    const isTypeOnly = what.startsWith('type ');
    const listed = what.replace(/^type\s+/, '').replace(/^\{|\}$/g, '');
    for (const name of listed.split(',').map((part) => part.trim())) {
      if (name === '') continue;
      const known = names.get(from) ?? new Set();
      names.set(from, known.add(isTypeOnly && !name.startsWith('type ') ? `type ${name}` : name));
    }
  }
  return [...names]
    .map(([from, listed]) => `import { ${sorted(listed).join(', ')} } from '${from}';`)
    .join('\n');
}

/** By name. A value makes its own type redundant. */
function sorted(names: ReadonlySet<string>): string[] {
  const nameOf = (name: string) => name.replace('type ', '');
  return [...names]
    .filter((name) => !name.startsWith('type ') || !names.has(nameOf(name)))
    .sort((one, other) => nameOf(one).localeCompare(nameOf(other)));
}
