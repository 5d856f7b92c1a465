import type { ReactNode } from 'react';
import { definePreviewAddon, type StoryContext } from 'storybook/internal/csf';
import { claimUrl } from '../../mocks/story-urls.ts';
import type { SocketServer } from '../../mocks/socket-server.ts';
import type { Behaviour } from '../../mocks/behaviours.ts';
import type { PageCircumstances } from './circumstances.ts';
import type { ClockSetting } from './clock/open-clock.ts';
import type { StoryClock } from './clock/story-clock.ts';
import type { CountSetting, StoryCount } from './count/story-count.ts';
import { defaultServerArgs, serverArgTypes, type ServerArgs } from './server-args.ts';
import type { Transport } from './open-server.ts';
import { Session } from './session.ts';
import { showInControls } from './show-in-controls.ts';
import { Stage } from './Stage.tsx';
import { toStoryUrl } from './story-url.ts';
import type { Warning } from './warnings/warning.ts';

declare module 'storybook/internal/csf' {
  interface StoryContext {
    /** The server of the story's sockets. */
    server: SocketServer;
    /** The time of the story; it can be moved where `parameters.clock` asks for that. */
    clock: StoryClock;
    /** What happens to the page: offline, hidden, frozen, left. */
    page: PageCircumstances;
    /** Commits, messages and the time of the main thread, where `parameters.count` asks for them. */
    count: StoryCount;
  }
}

interface AddonTypes {
  args: Partial<ServerArgs>;
  parameters: {
    /** How the story's time passes: virtual, from before its first mount, unless `real`. @default 'real' */
    clock?: ClockSetting;
    /**
     * Whether commits, messages and the time of the main thread are counted: `on` for the play function,
     * `shown` also below the story. @default 'off'
     */
    count?: CountSetting;
    server?: {
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
  };
}

export interface ServerOptions {
  /** Where a live server listens; none where there is none. */
  findLiveServer: () => Promise<string | undefined>;
  /** Whether each story is unmounted at its end, and fails when it leaves something behind. */
  checkLeftovers: boolean;
}

export type ServerParameters = AddonTypes['parameters']['server'];

const chosenClock = ({ globals }: StoryContext) =>
  (globals['clock'] as ClockSetting | undefined) ?? 'real';

/** The toolbar's choice, where one is made there, else the story's own. */
function findClockSetting(context: StoryContext): ClockSetting {
  const chosen = chosenClock(context);
  if (chosen !== 'real') return chosen;
  return (context.parameters['clock'] as ClockSetting | undefined) ?? 'real';
}

function hasServer({ initialArgs }: Pick<StoryContext, 'initialArgs'>): boolean {
  return typeof initialArgs['url'] === 'string';
}

async function checkLeftovers({ id, parameters }: StoryContext): Promise<void> {
  if ((parameters['server'] as ServerParameters)?.leavesBehind !== undefined) return;
  const leftovers = (await Session.of(id)?.leave()) ?? [];
  if (leftovers.length > 0) {
    throw new Error(
      `${id} leaves behind, after unmount:\n${leftovers.join('\n')}\nUndo in the effect’s clean-up what the effect set up. Where it must stay, say why: parameters: { server: { leavesBehind: 'the reason' } }`,
    );
  }
}

function checkWarnings({ id, parameters }: StoryContext): void {
  const expected = (parameters['server'] as ServerParameters)?.warnings ?? 'any';
  const session = Session.of(id);
  if (expected === 'any' || !session) return;
  const others = session.warnings.filter(({ kind }) => !expected.includes(kind));
  const missing = expected.filter((kind) => !session.warnings.some((found) => found.kind === kind));
  if (others.length === 0 && missing.length === 0) return;
  throw new Error(
    [
      `${id} is not what its parameter \`server.warnings\` says. That names the mistakes that the lab sees by itself in this story.`,
      ...others.map(({ kind, text }) => `Seen, and not expected: ${kind}. ${text}`),
      ...missing.map((kind) => `Expected, and not seen: ${kind}.`),
    ].join('\n'),
  );
}

/**
 * Gives every story with a `url` a server of its own: `server` in its context, and Controls that
 * drive it.
 */
export default function addonServer(options: ServerOptions) {
  return definePreviewAddon<AddonTypes>({
    initialGlobals: {
      strictMode: 'off',
      transport: 'simulated' satisfies Transport,
      clock: 'real' satisfies ClockSetting,
    },
    argsEnhancers: [
      (context) => {
        if (!hasServer(context)) return context.initialArgs;
        const url = toStoryUrl(String(context.initialArgs['url']), context.id);
        // A story that is left while it is being opened may still be rendered.
        claimUrl(url, context.id);
        const args = { ...defaultServerArgs, ...context.initialArgs, url };
        return { ...args, closeCode: String(args.closeCode) };
      },
    ],
    argTypesEnhancers: [
      (context) =>
        hasServer(context)
          ? { ...context.argTypes, ...(serverArgTypes as typeof context.argTypes) }
          : context.argTypes,
    ],
    // Runs before every render, also when only an argument or a toolbar has changed.
    beforeEach: async (context) => {
      if (!hasServer(context)) return;
      const transport = context.globals['transport'] as Transport;
      const clock = findClockSetting(context);
      const known = Session.of(context.id);
      const isOther =
        known?.transport !== transport || known.instruments.clock.isVirtual !== (clock !== 'real');
      if (known && isOther) known.dispose();
      const isNew = Session.of(context.id) === undefined;
      const session = await Session.open({
        storyId: context.id,
        url: String(context.initialArgs['url']),
        liveServerUrl: await options.findLiveServer(),
        transport,
        clock,
        count: (context.parameters['count'] as CountSetting | undefined) ?? 'off',
        behaviour: (context.parameters['server'] as ServerParameters)?.behaviour,
        onFollow: showInControls(context),
      });
      session.instruments.setClock(clock);
      context.server = session.server;
      context.clock = session.instruments.clock;
      context.page = session.instruments.page;
      context.count = session.instruments.count;
      // A URL that someone has typed into its Control stays what it is.
      if (context.args['url'] === context.initialArgs['url']) {
        context.args = { ...context.args, url: session.server.url };
      }
      await session.control(context.args as unknown as ServerArgs);
      // Storybook has asked for what is to be cleaned up before there was anything.
      if (context.abortSignal.aborted && !session.state.isMounted) session.dispose();
      if (!isNew) return;
      return () => Session.of(context.id)?.dispose();
    },
    afterEach: async (context) => {
      if (options.checkLeftovers) {
        checkWarnings(context);
        await checkLeftovers(context);
      }
      // The play function has moved the clock; for someone who looks at the story now, time goes on.
      else if (chosenClock(context) === 'real') Session.of(context.id)?.instruments.letTimePass();
    },
    decorators: [
      (story, context) => {
        const session = Session.of(context.id);
        const Story = story as () => ReactNode;
        // Storybook also renders a story that has just been left.
        if (!session) return hasServer(context) ? null : <Story />;
        return (
          <Stage
            // With another session the pattern begins again: what it holds was ended with the one before.
            key={session.id}
            session={session}
            isMounted={Boolean(context.args['mounted'])}
            isStrict={context.globals['strictMode'] === 'on'}
            isCaught={!options.checkLeftovers}
          >
            <Story />
          </Stage>
        );
      },
    ],
  });
}
