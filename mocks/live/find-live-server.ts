import { LIVE_SERVER_PATH } from './path.ts';

/** Where the live server of this lab listens; none in a built lab, which is only files. */
export async function findLiveServer(): Promise<string | undefined> {
  if (import.meta.env.MODE === 'test') {
    const { inject } = await import('vitest');
    return inject('liveServerUrl');
  }
  if (!import.meta.env.DEV) return undefined;
  const url = new URL(LIVE_SERVER_PATH, location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  return url.href;
}
