import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';

/** A place in a stack: the file as the page has loaded it, its line and its column, both from 1. */
const PLACE = /(https?:\/\/[^\s()]+):(\d+):(\d+)/g;
const MAP_COMMENT = /\/\/[#@] sourceMappingURL=(\S+)\s*$/;
/** The server of the page is on the same machine. A report does not wait longer for it. */
const FETCH_LIMIT_MS = 2_000;

/**
 * Puts the lines of the source where a report names those of the file that Vite has made of it. Fetches the
 * files and their source maps; where one has none, its places stay as they are.
 */
export async function toSourceLines(texts: readonly string[]): Promise<readonly string[]> {
  const files = new Set(
    texts.flatMap((text) => [...text.matchAll(PLACE)].map(([, file = '']) => file)),
  );
  const maps = new Map(
    await Promise.all([...files].map(async (file) => [file, await findMap(file)] as const)),
  );
  return texts.map((text) =>
    text.replace(PLACE, (place: string, file: string, line: string, column: string) => {
      const map = maps.get(file);
      if (!map) return place;
      const source = originalPositionFor(map, { line: Number(line), column: Number(column) - 1 });
      return source.line === null ? place : `${file}:${source.line}:${source.column + 1}`;
    }),
  );
}

async function findMap(file: string): Promise<TraceMap | undefined> {
  try {
    const map = MAP_COMMENT.exec(await (await load(file)).text())?.[1];
    return map === undefined
      ? undefined
      : new TraceMap(await (await load(new URL(map, file).href)).text());
  } catch {
    return undefined;
  }
}

const load = (url: string) => fetch(url, { signal: AbortSignal.timeout(FETCH_LIMIT_MS) });
