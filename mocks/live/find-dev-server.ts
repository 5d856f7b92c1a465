import { settings } from '../settings.ts';

/** Where Storybook's development server has a live one; none in a built Storybook: it is only files. */
export async function findDevServer(): Promise<string | undefined> {
  const { liveServerPath } = settings();
  if (liveServerPath === undefined) return undefined;
  const url = new URL(liveServerPath, location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  return url.href;
}
