/** The patterns, in the order to read them. Every list of patterns in the lab is made from this one. */
import { USE_EFFECT } from './catalogue/01-use-effect.ts';
import { STATE_BUTTON } from './catalogue/02-state-button.ts';
import { SERVER_COMPONENT } from './catalogue/03-server-component.ts';
import { CUSTOM_HOOK } from './catalogue/04-custom-hook.ts';
import { EVERY_MESSAGE } from './catalogue/05-every-message.ts';
import { SCHEMA } from './catalogue/06-schema.ts';
import { BINARY } from './catalogue/07-binary.ts';
import { SUBPROTOCOL } from './catalogue/08-subprotocol.ts';
import { EVENTS } from './catalogue/events.ts';
import { CONNECTION_BADGE } from './catalogue/09-connection-badge.ts';
import { RECONNECT } from './catalogue/10-reconnect.ts';
import { STABLE_RESET } from './catalogue/11-stable-reset.ts';
import { CLOSE_CODES } from './catalogue/12-close-codes.ts';
import { CONNECT_TIMEOUT } from './catalogue/13-connect-timeout.ts';
import { HEARTBEAT } from './catalogue/14-heartbeat.ts';
import { ONLINE_OFFLINE } from './catalogue/15-online-offline.ts';
import { HIDDEN_TAB } from './catalogue/16-hidden-tab.ts';
import { BACK_FORWARD } from './catalogue/17-back-forward.ts';
import { TOKEN } from './catalogue/18-token.ts';
import { HERD } from './catalogue/19-herd.ts';
import { ALL_TOGETHER } from './catalogue/all-together.ts';
import { OUTBOX } from './catalogue/21-outbox.ts';
import { ACKNOWLEDGED } from './catalogue/22-acknowledged.ts';
import { REQUEST_REPLY } from './catalogue/23-request-reply.ts';
import { OPTIMISTIC } from './catalogue/24-optimistic.ts';
import { THROTTLE } from './catalogue/25-throttle.ts';
import { BACK_PRESSURE } from './catalogue/26-back-pressure.ts';
import { UPLOAD } from './catalogue/27-upload.ts';
import { STORE } from './catalogue/28-store.ts';
import { ONCE_A_FRAME } from './catalogue/29-once-a-frame.ts';
import { SHARED_SOCKET } from './catalogue/30-shared-socket.ts';
import { ROOMS } from './catalogue/31-rooms.ts';
import { RESUME } from './catalogue/32-resume.ts';
import { SNAPSHOT } from './catalogue/33-snapshot.ts';
import { QUERY_CACHE } from './catalogue/34-query-cache.ts';
import { PRESENCE } from './catalogue/35-presence.ts';
import { STREAMED_ANSWER } from './catalogue/36-streamed-answer.ts';
import { ACTIVITY } from './catalogue/37-activity.ts';
import { SUSPENSE } from './catalogue/38-suspense.ts';
import { FIRST_DATA } from './catalogue/40-first-data.ts';
import { TABS } from './catalogue/42-tabs.ts';
import { CHAT } from './catalogue/chat.ts';
import { LIVE_TABLE } from './catalogue/live-table.ts';
import type { Pattern } from './catalogue/pattern.ts';

export { GROUPS, type Group, type Pattern, type Source } from './catalogue/pattern.ts';

export const CATALOGUE: readonly Pattern[] = [
  USE_EFFECT,
  STATE_BUTTON,
  SERVER_COMPONENT,
  CUSTOM_HOOK,
  EVERY_MESSAGE,
  SCHEMA,
  BINARY,
  SUBPROTOCOL,
  EVENTS,
  CONNECTION_BADGE,
  RECONNECT,
  STABLE_RESET,
  CLOSE_CODES,
  CONNECT_TIMEOUT,
  HEARTBEAT,
  ONLINE_OFFLINE,
  HIDDEN_TAB,
  BACK_FORWARD,
  TOKEN,
  HERD,
  ALL_TOGETHER,
  OUTBOX,
  ACKNOWLEDGED,
  REQUEST_REPLY,
  OPTIMISTIC,
  THROTTLE,
  BACK_PRESSURE,
  UPLOAD,
  STORE,
  ONCE_A_FRAME,
  SHARED_SOCKET,
  ROOMS,
  RESUME,
  SNAPSHOT,
  QUERY_CACHE,
  PRESENCE,
  STREAMED_ANSWER,
  ACTIVITY,
  SUSPENSE,
  FIRST_DATA,
  TABS,
  CHAT,
  LIVE_TABLE,
];

/** The pattern of that folder. @throws {Error} when the catalogue has none */
export function findPattern(folder: string): Pattern {
  const pattern = CATALOGUE.find((entry) => entry.folder === folder);
  if (!pattern)
    throw new Error(`There is no pattern ${folder} in src/catalogue.ts. Add an entry for it.`);
  return pattern;
}

/**
 * Where the lab shows a pattern's lesson: a link out of a page's frame, for the whole window. It begins with
 * `./`, since `?path` alone would be a page of the frame, without the sidebar.
 */
export function linkTo({ folder, group }: Pick<Pattern, 'folder' | 'group'>): string {
  return `./?path=/docs/patterns-${group}-${folder}--docs`;
}
