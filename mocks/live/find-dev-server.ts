import { LIVE_SERVER_PATH } from './path.ts';

/** Where Storybook's development server has a live one; none in a built Storybook: it is only files. */
export async function findDevServer(): Promise<string | undefined> {
  if (!import.meta.env.DEV) return undefined;
  const url = new URL(LIVE_SERVER_PATH, location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  return url.href;
}
