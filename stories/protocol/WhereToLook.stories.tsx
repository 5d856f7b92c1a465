import { expect, fn } from 'storybook/test';
import { UPDATE_GLOBALS } from 'storybook/internal/core-events';
import { addons } from 'storybook/preview-api';
import preview from '#.storybook/preview';
import { acceptsAndEchoes } from '../../mocks/behaviours.ts';
import { findLiveServer } from '../../mocks/live/find-live-server.ts';
import { StateButtonSocket } from '../../src/patterns/02-state-button/StateButtonSocket.tsx';
import { TransportSwitch } from './where-to-look/TransportSwitch.tsx';

/** Does what the toolbar's button does: every story changes over, so only a reader may press it. */
function goLive(): void {
  addons.getChannel().emit(UPDATE_GLOBALS, { globals: { transport: 'live' } });
}

const meta = preview.meta({
  args: { url: 'wss://lab.test', onGoLive: goLive },
  argTypes: { onGoLive: { table: { disable: true } } },
  loaders: [async () => ({ isLiveAvailable: (await findLiveServer()) !== undefined })],
  render: ({ url, onGoLive }: { url: string; onGoLive: () => void }, { globals, loaded }) => {
    const isLiveAvailable = loaded['isLiveAvailable'] === true;
    const isLive = isLiveAvailable && globals['transport'] === 'live';
    return (
      <>
        <TransportSwitch {...{ url, isLive, isLiveAvailable, onGoLive }} />
        <StateButtonSocket url={url} />
      </>
    );
  },
  // The page around it is WhereToLook.mdx.
  tags: ['!autodocs'],
  parameters: {
    server: {
      behaviour: acceptsAndEchoes(),
      connect: ({ canvas, userEvent }) =>
        userEvent.click(canvas.getByRole('button', { name: 'Connect' })),
    },
  },
});

/** The server sends a message each second, and sends back what you send. */
export const Conversation = meta.story({
  args: { messagesPerSecond: 1, message: 'Hello from the server' },
});

Conversation.test('goes both ways', async ({ canvas, server, userEvent }) => {
  await userEvent.click(canvas.getByRole('button', { name: 'Connect' }));
  await server.nextConnection();
  await canvas.findByText('open');
  await userEvent.type(canvas.getByRole('textbox', { name: 'Message' }), 'Hello');
  await userEvent.click(canvas.getByRole('button', { name: 'Send' }));
  await expect(await server.nextMessage()).toBe('Hello');
  await expect(await canvas.findByText('Hello')).toBeVisible();
});

/** A socket that the network inspector cannot know of, and the way to one that it can. */
export const Simulated = meta.story({
  args: { onGoLive: fn() },
  render: ({ url, onGoLive }) => (
    <TransportSwitch url={url} isLive={false} isLiveAvailable onGoLive={onGoLive} />
  ),
  play: async ({ args, canvas, userEvent }) => {
    await expect(canvas.getByText(/^This socket is simulated/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Switch to live' }));
    await expect(args.onGoLive).toHaveBeenCalledOnce();
  },
});

/** A lab that is only files has nothing to switch to, and says so. */
export const Published = meta.story({
  render: ({ url, onGoLive }) => (
    <TransportSwitch url={url} isLive={false} isLiveAvailable={false} onGoLive={onGoLive} />
  ),
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: 'Switch to live' });
    await expect(button).toBeDisabled();
    await expect(button).toHaveAccessibleDescription(/^There is no live server here/);
  },
});
