import type { InputType } from 'storybook/internal/csf';

/** The Controls of the page that a story is on. */
export interface PageArgs {
  /** What the page reads of its network. It does not cut the wire. */
  readonly network: 'online' | 'offline';
  /** Whether its tab is at the front. */
  readonly visibility: 'visible' | 'hidden';
}

export type ServerState = 'connecting' | 'open' | 'error' | 'closed';

/** The Controls of a story's server, and of its page. */
export interface ServerArgs extends PageArgs {
  /**
   * What the server does with the connection, and with those that come later. It follows what becomes
   * of the connection, whoever has ended or opened it.
   */
  serverState: ServerState;
  /** What the user has chosen of that, where it has changed since: the story begins with it again. */
  startState?: ServerState | undefined;
  /** With which code `closed` closes. Empty, or `none`, is a Close frame without one. */
  closeCode: number | string;
  closeReason: string;
  /** What the server sends, up to 100,000 characters: once when it changes, or over and over. */
  message: string;
  /** 0 to 500. */
  messagesPerSecond: number;
  /** Milliseconds before everything the server sends, 0 to 3000. */
  latencyMs: number;
  /** Takes the pattern off the page, and puts it back. */
  mounted: boolean;
}

export const MESSAGES_PER_SECOND_LIMIT = 500;
export const LATENCY_LIMIT_MS = 3_000;
/** More would take the page seconds to lay out. */
export const MESSAGE_LIMIT_CHARACTERS = 100_000;

export const defaultPageArgs: PageArgs = { network: 'online', visibility: 'visible' };

export const defaultServerArgs: ServerArgs = {
  serverState: 'open',
  closeCode: '1000',
  closeReason: '',
  message: 'Hello from the server',
  messagesPerSecond: 0,
  latencyMs: 0,
  mounted: true,
  ...defaultPageArgs,
};

export const SERVER_STATES: readonly ServerState[] = ['connecting', 'open', 'error', 'closed'];
export const NETWORKS: readonly PageArgs['network'][] = ['online', 'offline'];
export const VISIBILITIES: readonly PageArgs['visibility'][] = ['visible', 'hidden'];

function serverArgType(
  name: keyof ServerArgs,
  control: NonNullable<InputType['control']>,
  description: string,
  category = 'Simulated server',
): InputType {
  const initial = defaultServerArgs[name];
  return {
    control,
    description,
    // Without a type, Storybook hands over whatever a URL says, and its range control breaks on text.
    type: { name: typeof initial as 'string' | 'number' | 'boolean' },
    table: {
      category,
      type: { summary: typeof initial },
      defaultValue: { summary: JSON.stringify(initial) },
    },
  };
}

/** An address can say `null`, on which Storybook's slider breaks: without the Control, all others stay. */
const slider = (name: keyof ServerArgs, max: number, step: number, description: string) => ({
  ...serverArgType(name, { type: 'range', min: 0, max, step }, description),
  if: { arg: name, neq: null },
});

export const serverArgTypes: Record<keyof ServerArgs, InputType> = {
  serverState: {
    ...serverArgType(
      'serverState',
      { type: 'inline-radio' },
      'Drives the server, and follows what becomes of the connection. **connecting** leaves handshakes unanswered (a socket that is open stays open); **open** accepts them (a pattern that has lost its connection must connect again); **error** violates the protocol on an open socket and refuses a connecting one; **closed** closes with the code below, also what connects later.',
    ),
    options: SERVER_STATES,
  },
  startState: {
    options: SERVER_STATES,
    type: { name: 'string' },
    table: { disable: true, category: 'Simulated server' },
  },
  closeCode: serverArgType(
    'closeCode',
    { type: 'text' },
    'Close code of **closed**: 1000–1003, 1007–1014, or 3000–4999, such as 1001 Going Away, 1012 Service Restart, or 4401, your own. Empty is a close without a code: the page is told 1005.',
  ),
  closeReason: serverArgType(
    'closeReason',
    { type: 'text' },
    'Close reason of **closed**: at most 123 bytes of UTF-8.',
  ),
  message: serverArgType(
    'message',
    { type: 'text', maxLength: MESSAGE_LIMIT_CHARACTERS },
    'Sent once when you change it; with a rate below, sent over and over.',
  ),
  messagesPerSecond: slider(
    'messagesPerSecond',
    MESSAGES_PER_SECOND_LIMIT,
    1,
    'How often the server sends the message.',
  ),
  latencyMs: slider(
    'latencyMs',
    LATENCY_LIMIT_MS,
    50,
    'Delay before each handshake answer, message and close of the server, in milliseconds.',
  ),
  mounted: serverArgType(
    'mounted',
    { type: 'boolean' },
    'Takes the pattern off the page and puts it back: watch it clean up.',
  ),
  network: {
    ...serverArgType(
      'network',
      { type: 'inline-radio' },
      'What `navigator.onLine` says, with the events `offline` and `online`. Offline here does not cut the wire; stall or drop does.',
      'Page',
    ),
    options: NETWORKS,
  },
  visibility: {
    ...serverArgType(
      'visibility',
      { type: 'inline-radio' },
      'Whether the tab is at the front: `document.visibilityState`, with its event. In virtual time, timers of a hidden page come once a second, as in Chromium.',
      'Page',
    ),
    options: VISIBILITIES,
  },
};
