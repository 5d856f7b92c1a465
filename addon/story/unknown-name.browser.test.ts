import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { expect as expectOfStory, fn } from 'storybook/test';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ServerGroup } from '../../mocks/server-group.ts';
import { SimulatedServer } from '../../mocks/simulated-server.ts';
import { heardServer, type HeardServer } from './heard-server.ts';
import type { StoryServer } from './open-server.ts';

const PRICES = 'wss://api.test/prices';
const CHAT = 'wss://api.test/chat';

let heard: HeardServer;
let server: StoryServer;
beforeEach(() => {
  heard = heardServer(
    new ServerGroup({ prices: new SimulatedServer(PRICES), chat: new SimulatedServer(CHAT) }),
  );
  server = heard as unknown as StoryServer;
});
afterEach(() => heard.dispose());

test('an unknown name says which there are', () => {
  expect(() => server['price']?.send('101')).toThrow(
    'This story has no server named `price`, so nothing can be done with it. `parameters.server.url` names these: prices, chat. Write `server.prices`, or add `price` there.',
  );
  expect(server['prices']?.url).toBe(PRICES);
});

test('one server has no names, alone or in a group', () => {
  const alone = heardServer(new SimulatedServer(PRICES)) as unknown as StoryServer;
  const words = 'This server has no `chat`, and no other server is in it.';
  expect(() => alone['chat']?.send('hi')).toThrow(words);
  expect(() => (server['prices'] as StoryServer)['chat']).toThrow(words);
  alone.dispose();
});

describe('tools may ask any object for what it has not', () => {
  const acts: Readonly<Record<string, () => unknown>> = {
    'to await it': () => expect(Promise.resolve(server)).resolves.toBe(server),
    'to write it as JSON': () => JSON.stringify({ url: server.url, chat: server['chat']?.url }),
    'to name its class': () =>
      expect(Object.prototype.toString.call(server)).toBe('[object Object]'),
    'to render it': () =>
      createRoot(document.createElement('div')).render(createElement('p', { server } as object)),
    'to log it': () => console.log(server),
    'to copy it': () => ({ ...server }),
    'to list it': () => expect([server].flat()).toEqual([server]),
  };
  test.for(Object.entries(acts))('%s', async ([, act]) => {
    await act();
  });

  const failing: Readonly<Record<string, () => Promise<void>>> = {
    toEqual: () => expectOfStory(server).toEqual({ url: 'another' }),
    toMatchObject: () => expectOfStory(server).toMatchObject({ url: 'another' }),
    toHaveLength: () => expectOfStory(server).toHaveLength(1),
    toBeInTheDocument: () => expectOfStory(server).toBeInTheDocument(),
    toHaveBeenCalledWith: () => {
      const call = fn();
      call(server);
      return expectOfStory(call).toHaveBeenCalledWith('another');
    },
  };
  test.for(Object.entries(failing))('in the error of %s', async ([, check]) => {
    // Some of them throw before they return a promise.
    const checked = async () => check();
    await expect(checked()).rejects.not.toThrow(/no server named/);
  });
});
