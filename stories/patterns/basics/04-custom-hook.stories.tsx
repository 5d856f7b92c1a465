import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { acceptsAndEchoes } from '../../../mocks/behaviours.ts';
import { ledger } from '../../../mocks/ledger.ts';
import { CustomHook } from '../../../src/patterns/04-custom-hook/CustomHook.tsx';
import { lesson } from '../../lesson/lesson-page.tsx';

const meta = preview.meta({
  component: CustomHook,
  args: { url: 'wss://lab.test' },
  parameters: { ...lesson('04-custom-hook'), server: { behaviour: acceptsAndEchoes() } },
});

/** The hook connects when the component mounts. What you send comes back. */
export const Open = meta.story({
  play: async ({ canvas, server, userEvent }) => {
    await canvas.findByText('open');
    await userEvent.type(canvas.getByLabelText('Message'), 'hello{Enter}');
    await expect(await server.nextMessage()).toBe('hello');
    await expect(await canvas.findByText('hello')).toBeVisible();
  },
});

/** Ten renders, each with another handler, and still one connection. */
export const TenRenders = meta.story({
  parameters: { count: 'on' },
  play: async ({ canvas, server, userEvent, count }) => {
    await canvas.findByText('open');
    const { commits } = await count.during(async () => {
      for (let click = 0; click < 10; click++) await userEvent.click(canvas.getByRole('checkbox'));
    });
    await expect(commits).toBe(10);
    await expect(canvas.getByRole('status')).toHaveTextContent('open');
    await expect(server.connections).toHaveLength(1);
  },
});

/** A message reaches the handler of the latest render: the one that makes capitals. */
export const TheLatestHandler = meta.story({
  play: async ({ canvas, server, userEvent }) => {
    await canvas.findByText('open');
    await server.send('before');
    await expect(await canvas.findByText('before')).toBeVisible();
    await userEvent.click(canvas.getByRole('checkbox'));
    await server.send('after');
    await expect(await canvas.findByText('AFTER')).toBeVisible();
    await expect(server.connections).toHaveLength(1);
  },
});

/** React mounts twice in StrictMode: the first socket is closed, the second stays open. */
export const StrictMode = meta.story({
  globals: { strictMode: 'on' },
  play: async ({ canvas, id }) => {
    await canvas.findByText('open');
    const states = () =>
      ledger.sockets.filter(({ storyId }) => storyId === id).map(({ state }) => state);
    await waitFor(() => expect(states()).toEqual(['closed', 'open']));
  },
});

/** While the socket is not open, `send` takes nothing, and what you typed stays. */
export const NotOpenYet = meta.story({
  args: { serverState: 'connecting' },
  play: async ({ canvas, server, userEvent }) => {
    await server.nextConnection();
    await userEvent.type(canvas.getByLabelText('Message'), 'too early{Enter}');
    await expect(canvas.getByLabelText('Message')).toHaveValue('too early');
    await expect(server.received).toEqual([]);
  },
});
