import { expect } from 'storybook/test';
import preview from '#.storybook/preview';
import { chooseLive, PLAYED } from './choose-live.ts';
import { LiveContender, type LiveProps } from './LiveContender.tsx';
import { runLiveNowAndLater } from './run-live.ts';

const args: LiveProps = { library: 'partysocket', setup: 'defaults', scenario: 'drop' };

const meta = preview.meta({
  component: LiveContender,
  // Minutes pass in it, for which a real network has no time.
  tags: ['simulated-only', '!autodocs'],
  args,
  // As it was recorded.
  globals: { strictMode: 'off' },
  argTypes: {
    library: { table: { disable: true } },
    setup: { control: 'inline-radio', options: ['defaults', 'best'] },
    scenario: { control: 'select', options: PLAYED.map(({ id }) => id) },
  },
  parameters: {
    clock: 'paused',
    // What a library does is on the page, and no warning of the lab's.
    server: {
      url: 'wss://live.test/app',
      warnings: 'any',
      leavesBehind: 'What a library leaves is what is measured.',
    },
  },
  /** It does what the table says. */
  play: async ({ args, ...context }) => {
    const cell = await runLiveNowAndLater(context, args);
    await expect(cell.verdict).toBe(chooseLive(args).recorded?.verdict);
  },
});

export const ReactUseWebsocket = meta.story({ args: { library: 'react-use-websocket' } });
export const Partysocket = meta.story({ args: { library: 'partysocket' } });
export const Ahooks = meta.story({ args: { library: 'ahooks' } });
export const GraphqlWs = meta.story({ args: { library: 'graphql-ws' } });
export const Trpc = meta.story({ args: { library: 'trpc' } });
export const SocketIo = meta.story({ args: { library: 'socket-io' } });
export const Centrifuge = meta.story({ args: { library: 'centrifuge' } });
export const Phoenix = meta.story({ args: { library: 'phoenix' } });
export const Bare = meta.story({ args: { library: 'bare' } });
export const Reliable = meta.story({ args: { library: 'reliable' } });
export const Acknowledged = meta.story({ args: { library: 'acknowledged' } });
