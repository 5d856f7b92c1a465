/**
 * Whether a browser takes the URL for one that no one on the way can read or change: `wss:` and
 * `https:`, and whatever stays on this machine.
 *
 * @see https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy
 */
export function isPotentiallyTrustworthy({ protocol, hostname }: URL): boolean {
  if (protocol === 'wss:' || protocol === 'https:') return true;
  const isLoopbackAddress = /^127\.\d+\.\d+\.\d+$/.test(hostname) || hostname === '[::1]';
  return isLoopbackAddress || /^(.+\.)?localhost\.?$/.test(hostname);
}

/**
 * Whether a socket is mixed content on a page, and so blocked: the page is trustworthy, and the
 * socket is not. (A page inside a frame counts as trustworthy when the page around it is.)
 *
 * @see https://w3c.github.io/webappsec-mixed-content/#categorize-settings-object
 */
export function isMixedContent(page: URL, socket: URL): boolean {
  return isPotentiallyTrustworthy(page) && !isPotentiallyTrustworthy(socket);
}
