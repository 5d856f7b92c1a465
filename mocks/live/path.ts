/** Where `storybook dev` serves real sockets, on Storybook's own port. */
export const LIVE_SERVER_PATH = '/lab-live/';
