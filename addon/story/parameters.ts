import type { StoryContext } from 'storybook/internal/csf';
import type { Behaviour } from '../../mocks/behaviours.ts';
import type { Unanswered } from '../../mocks/story-urls.ts';
import type { Addresses } from './addresses.ts';
import type { ClockSetting } from './clock/open-clock.ts';
import type { CountSetting } from './count/story-count.ts';

import type { ServerArgs } from './server-args.ts';
import type { Warning } from './warnings/warning.ts';

/**
 * What a story, its component or the preview can say under `parameters`. Name this type where stories are
 * objects: `parameters: { server: { … } } satisfies WebSocketParameters`.
 */
export interface WebSocketParameters {
  /** How the story's time passes: virtual, from before its first mount, unless `real`. @default 'real' */
  clock?: ClockSetting;
  /**
   * Whether commits, messages and the time of the main thread are counted: `on` for the play function,
   * `shown` also below the story. @default 'off'
   */
  count?: CountSetting;
  server?: {
    /**
     * Which sockets the story's server answers: those for this URL and each path below it, or, with `*`
     * for any characters, those that match: `wss://api.example.com/*`. Several servers have names:
     * `{ prices: 'wss://…', chat: 'wss://…' }`, and `server.prices.send()`. It may stand above a component
     * or in the preview, and `false` takes it away. @default the story has no server
     */
    url?: Addresses | false;
    /** What becomes of a socket that no server answers. @default 'network' */
    unanswered?: Unanswered;
    /** What the Controls of the server begin with. @default an open server without latency */
    controls?: Partial<ServerArgs>;
    /** What the server does by itself. @default it accepts, and says nothing */
    behaviour?: Behaviour;
    /** What the user does to make the pattern connect. @default nothing: it does so on mount */
    connect?: (context: Pick<StoryContext, 'canvas' | 'userEvent'>) => Promise<void>;
    /**
     * The mistakes that the lab is to see by itself in this story: in a test it must see these, and no
     * other. `any` does not look. @default 'any'
     */
    warnings?: readonly Warning['kind'][] | 'any';
    /** Why the story may leave something behind. Without a reason, what it leaves fails its test. */
    leavesBehind?: string;
  };
}

export interface AddonTypes {
  args: Partial<ServerArgs>;
  parameters: WebSocketParameters;
}

export type ServerParameters = WebSocketParameters['server'];

export const chosenClock = ({ globals }: StoryContext) =>
  (globals['clock'] as ClockSetting | undefined) ?? 'real';

/** The toolbar's choice, where one is made there, else the story's own. */
export function findClockSetting(context: StoryContext): ClockSetting {
  const chosen = chosenClock(context);
  if (chosen !== 'real') return chosen;
  return (context.parameters['clock'] as ClockSetting | undefined) ?? 'real';
}

export const parametersOf = ({ parameters }: Pick<StoryContext, 'parameters'>): ServerParameters =>
  parameters['server'] as ServerParameters;

export function findAddresses(context: Pick<StoryContext, 'parameters'>): Addresses | undefined {
  const url = parametersOf(context)?.url;
  return url === false ? undefined : url;
}
