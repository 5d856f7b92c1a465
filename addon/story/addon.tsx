import type { ReactNode } from 'react';
import {
  definePreviewAddon,
  type Args,
  type StoryContext,
  type StrictArgTypes,
} from 'storybook/internal/csf';
import { cover, uncover } from '../../mocks/install.ts';
import { claimUrl, forgetLeftAddresses, setUnanswered } from '../../mocks/story-urls.ts';
import { checkParameters } from './check-parameters.ts';
import { checkAfterTest } from './after-test.ts';
import type { PageCircumstances } from './circumstances.ts';
import type { ClockSetting } from './clock/open-clock.ts';
import type { StoryClock } from './clock/story-clock.ts';
import type { CountSetting, StoryCount } from './count/story-count.ts';
import type { StoryServer, Transport } from './open-server.ts';
import {
  chosenClock,
  findAddresses,
  findClockSetting,
  parametersOf,
  type AddonTypes,
} from './parameters.ts';
import { Session } from './session.ts';
import { showInControls } from './show-in-controls.ts';
import { Stage } from './Stage.tsx';
import {
  componentArgsOf,
  serverArgsOf,
  usableArgTypes,
  withServerArgs,
  withServerArgTypes,
} from './story-controls.ts';
import { toStoryUrl } from './story-url.ts';
import { checkLeftovers, checkWarnings } from './test-checks.ts';
import { isTestRun } from './test-run.ts';

declare module 'storybook/internal/csf' {
  interface StoryContext {
    /** The server of the story's sockets; where it has several, each of them by its name besides. */
    server: StoryServer;
    /** The time of the story; it can be moved where `parameters.clock` asks for that. */
    clock: StoryClock;
    /** What happens to the page: offline, hidden, frozen, left. */
    page: PageCircumstances;
    /** Commits, messages and the time of the main thread, where `parameters.count` asks for them. */
    count: StoryCount;
  }
}

export interface ServerOptions {
  /** Where a live server listens; none where there is none. */
  findLiveServer: () => Promise<string | undefined>;
  /**
   * Whether each story is unmounted at its end, and fails when it leaves something behind.
   * @default in a test run
   */
  checkLeftovers: boolean | undefined;
  /**
   * Whether an argument `url` gives its story a server too. Each story has its own then: the argument is
   * rewritten, and ends with the story's id.
   */
  urlArgument: boolean;
}

/** What a story without a server says where its play function wants one. */
function explainNoServer(context: StoryContext): void {
  for (const name of ['server', 'clock', 'page', 'count']) {
    Object.defineProperty(context, name, {
      configurable: true,
      get() {
        throw new Error(
          `${context.id} has no server, so its play function has no \`${name}\`. Say which sockets it answers: parameters: { server: { url: 'wss://api.example.com/*' } }.`,
        );
      },
    });
  }
}

/**
 * Gives every story that asks for one a server: `server` in its context, and Controls that drive it. A
 * story that does not ask is as it was.
 */
export default function addonServer(options: ServerOptions) {
  const takesUrl = (context: Pick<StoryContext, 'initialArgs' | 'parameters'>) =>
    options.urlArgument &&
    typeof context.initialArgs['url'] === 'string' &&
    findAddresses(context) === undefined;
  // The test runner says who it is when this page is already there.
  const isChecked = () => options.checkLeftovers ?? isTestRun();
  const hasServer = (context: Pick<StoryContext, 'initialArgs' | 'parameters'>) =>
    takesUrl(context) || findAddresses(context) !== undefined;

  return definePreviewAddon<AddonTypes>({
    initialGlobals: {
      strictMode: 'off',
      transport: 'simulated' satisfies Transport,
      clock: 'real' satisfies ClockSetting,
    },
    argsEnhancers: [
      (context) => {
        if (!hasServer(context)) return context.initialArgs;
        const args = withServerArgs(context, parametersOf(context)?.controls);
        if (!takesUrl(context)) return args;
        const url = toStoryUrl(String(context.initialArgs['url']), context.id);
        // A story that is left while it is being opened may still be rendered.
        claimUrl(url, context.id);
        return { ...args, url };
      },
    ],
    argTypesEnhancers: [
      (context) => {
        // What such a story's arguments say of its server, they say to the addon.
        if (!hasServer(context)) return context.argTypes;
        const begin = parametersOf(context)?.controls;
        if (!takesUrl(context)) return withServerArgTypes(context, begin);
        const ours = usableArgTypes({ ...begin, ...context.initialArgs });
        return { ...context.argTypes, ...ours } as StrictArgTypes;
      },
    ],
    // Runs before every render, also when only an argument or a toolbar has changed.
    beforeEach: async (context) => {
      if (hasServer(context)) cover();
      else uncover();
      setUnanswered(parametersOf(context)?.unanswered ?? 'network');
      if (!hasServer(context)) {
        forgetLeftAddresses();
        explainNoServer(context);
        return;
      }
      checkParameters(context.parameters);
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
        addresses: findAddresses(context),
        liveServerUrl: await options.findLiveServer(),
        transport,
        clock,
        count: (context.parameters['count'] as CountSetting | undefined) ?? 'off',
        behaviour: parametersOf(context)?.behaviour,
        onFollow: showInControls(context),
      });
      session.instruments.setClock(clock);
      context.server = session.server as unknown as StoryServer;
      context.clock = session.instruments.clock;
      context.page = session.instruments.page;
      context.count = session.instruments.count;
      // A URL that someone has typed into its Control stays what it is.
      if (takesUrl(context) && context.args['url'] === context.initialArgs['url']) {
        context.args = { ...context.args, url: session.server.url };
      }
      await session.control(serverArgsOf(context, parametersOf(context)?.controls));
      // Storybook has asked for what is to be cleaned up before there was anything.
      if (context.abortSignal.aborted && !session.state.isMounted) session.dispose();
      if (!isNew) return;
      return () => Session.of(context.id)?.dispose();
    },
    afterEach: async (context) => {
      if (isChecked()) {
        await checkAfterTest(async () => {
          checkWarnings(context);
          await checkLeftovers(context);
        });
      }
      // The play function has moved the clock; for someone who looks at the story now, time goes on.
      else if (chosenClock(context) === 'real') Session.of(context.id)?.instruments.letTimePass();
    },
    decorators: [
      (story, context) => {
        const session = Session.of(context.id);
        const Story = story as (update: { readonly args?: Args }) => ReactNode;
        // Storybook also renders a story that has just been left.
        if (!session) return hasServer(context) ? null : <Story />;
        return (
          <Stage
            // With another session the pattern begins again: what it holds was ended with the one before.
            key={session.id}
            session={session}
            isMounted={session.args.mounted}
            isStrict={context.globals['strictMode'] === 'on'}
            isCaught={!isChecked()}
          >
            <Story args={componentArgsOf(context)} />
          </Stage>
        );
      },
    ],
  });
}
