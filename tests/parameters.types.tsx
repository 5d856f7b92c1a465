/** `WebSocketParameters` says what a story may write: each marked line is an error, or `tsc` says that it is none. */
import type { Meta, StoryObj } from '@storybook/react-vite';
import { acceptsAndEchoes, type WebSocketParameters } from 'react-websocket-lab';

export const meta = {
  parameters: {
    server: {
      url: { prices: 'wss://api.example.com/prices', chat: '*/chat' },
      unanswered: 'refuse',
      controls: { latencyMs: 200 },
      behaviour: acceptsAndEchoes(),
      warnings: ['rendering'],
    },
    clock: 'paused',
    count: 'shown',
  } satisfies WebSocketParameters,
} satisfies Meta;

export const BesideOthers: StoryObj = {
  parameters: {
    docs: { story: { inline: false } },
    server: { url: false } satisfies WebSocketParameters['server'],
  },
};

export const UnknownName: StoryObj = {
  // @ts-expect-error -- it is `url`
  parameters: { server: { ulr: 'wss://api.example.com' } } satisfies WebSocketParameters,
};

export const UnknownControl: StoryObj = {
  // @ts-expect-error -- it is `latencyMs`
  parameters: { server: { controls: { latency: 5 } } } satisfies WebSocketParameters,
};

export const WrongValue: StoryObj = {
  // @ts-expect-error -- a number
  parameters: { server: { controls: { latencyMs: 'abc' } } } satisfies WebSocketParameters,
};

export const UnknownClock: StoryObj = {
  // @ts-expect-error -- it is `paused`
  parameters: { clock: 'pausd' } satisfies WebSocketParameters,
};

export const UnknownCount: StoryObj = {
  // @ts-expect-error -- `off`, `on` or `shown`
  parameters: { count: true } satisfies WebSocketParameters,
};
