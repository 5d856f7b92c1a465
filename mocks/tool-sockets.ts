const STORYBOOK_CHANNEL = '/storybook-server-channel';

/**
 * Whether a socket is one of the tools around the page, which no story may answer or refuse: Vite's
 * client names itself by its subprotocol, `vite-hmr` or `vite-ping`, and Storybook's by its path.
 */
export function isOfTools(url: string, protocols: readonly string[]): boolean {
  return protocols.some((one) => one.startsWith('vite-')) || url.includes(STORYBOOK_CHANNEL);
}
