/** Whether a page of this origin may use the server. `host` is the request's `Host` header. */
export type OriginRule = (origin: string, host: string | undefined) => boolean;

const LOOPBACK_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Any page that this machine itself serves: for the headless run, whose port is not known before. */
export const fromLoopback: OriginRule = (origin) => {
  const url = URL.parse(origin);
  return url !== null && LOOPBACK_HOSTS.has(url.hostname);
};

/**
 * Only pages of the very server that this one is attached to. Its name must be this machine's too:
 * a hostile page whose name resolves to 127.0.0.1 is of the same origin by all other signs.
 */
export const fromSameOrigin: OriginRule = (origin, host) =>
  fromLoopback(origin, host) && URL.parse(origin)?.host === host;

export function isLoopbackAddress(address: string | undefined): boolean {
  return address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1';
}
