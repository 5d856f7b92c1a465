import type { FirstData } from '../../../src/patterns/40-first-data/useContinuedFeed.ts';

/** Where the first data and the sockets are. Read when asked, as a build may serve with any. */
function backend(): string {
  return process.env['BACKEND_URL'] ?? 'http://127.0.0.1:8080';
}

export async function fetchFirst(): Promise<string> {
  const response = await fetch(new URL('/first', backend()));
  return response.text();
}

/** The newest events, and the number of the last one. */
export async function fetchFirstData(): Promise<FirstData> {
  const response = await fetch(new URL('/first-data', backend()));
  return (await response.json()) as FirstData;
}

export function socketUrl(path: string): string {
  return new URL(path, backend().replace('http', 'ws')).href;
}
