/** Ids under which the addon is known to Storybook: each is the beginning of what belongs to that part. */
export const PANEL_ID = 'socket-panel';
export const TRANSPORT_ID = 'socket-transport';
export const CLOCK_ID = 'story-clock';
export const STRICT_MODE_ID = 'strict-mode';
