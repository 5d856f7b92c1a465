/** `react-websocket-lab`, for `definePreview({ addons })`: what happens on the page. */
import { findDevServer } from '../mocks/live/find-dev-server.ts';
import { installSimulatedWebSocket } from '../mocks/install.ts';
import addonServer, { type ServerOptions } from './story/addon.tsx';
import addonPanel from './panel/preview/addon.ts';

export * from '../mocks/all-behaviours.ts';
export { Counted } from './story/count/Counted.tsx';
export type { Figures, StoryCount } from './story/count/story-count.ts';
export type { WebSocketParameters } from './story/parameters.ts';
export { includeMswHandlers } from '../mocks/msw/link.ts';

/**
 * Gives every story that asks for it (`parameters.server.url`) a server, with Controls, and shows its
 * sockets in the panel. Replaces the page's `WebSocket`; a URL at which nothing is simulated gets the browser's own.
 *
 * @param options `checkLeftovers`: whether each story is unmounted at its end, and fails when it leaves
 * something behind, by default in a test; `findLiveServer`: where the live transport connects to, by
 * default the one that `storybook dev` has; `urlArgument`: whether an argument `url` gives its story a
 * server too, by default not
 * @returns two addons, in the order that they need: `addons: [...addonWebSocket()]`
 */
export default function addonWebSocket({
  checkLeftovers,
  findLiveServer = findDevServer,
  urlArgument = false,
}: Partial<ServerOptions> = {}) {
  installSimulatedWebSocket();
  return [addonServer({ checkLeftovers, findLiveServer, urlArgument }), addonPanel()] as const;
}
