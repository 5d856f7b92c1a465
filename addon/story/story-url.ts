/**
 * The URL of a story's own server: the story's id is the last part of its path, and the query stays.
 * `url` may be relative, as for `new WebSocket()`.
 */
export function toStoryUrl(url: string, storyId: string): string {
  const own = URL.parse(url, location.href);
  if (!own) return `${url}/${storyId}`;
  if (own.protocol === 'http:') own.protocol = 'ws:';
  if (own.protocol === 'https:') own.protocol = 'wss:';
  own.pathname = `${own.pathname.replace(/\/$/, '')}/${storyId}`;
  return own.href;
}
