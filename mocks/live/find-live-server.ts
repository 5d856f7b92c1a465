import { findDevServer } from './find-dev-server.ts';

/** Where a live server listens: in a test the one that `vitest-setup.ts` has started. */
export async function findLiveServer(): Promise<string | undefined> {
  if (import.meta.env.MODE !== 'test') return findDevServer();
  const { inject } = await import('vitest');
  return inject('liveServerUrl');
}
