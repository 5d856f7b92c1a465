import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { acceptsAndEchoes } from '../../../mocks/behaviours.ts';
import { ledger } from '../../../mocks/ledger.ts';
import { Subprotocol } from '../../../src/patterns/08-subprotocol/Subprotocol.tsx';
import { lesson } from '../../lesson/lesson-page.tsx';

const meta = preview.meta({
  component: Subprotocol,
  args: { url: 'wss://lab.test' },
  parameters: { ...lesson('08-subprotocol'), server: { behaviour: acceptsAndEchoes() } },
});

/** The server speaks the newest version, and chooses it: the page sends JSON. */
export const NewServer = meta.story({
  play: async ({ canvas, server, userEvent }) => {
    await canvas.findByText('open');
    await expect(canvas.getByLabelText('Chosen')).toHaveTextContent('chat.v2');
    await userEvent.type(canvas.getByLabelText('Message'), 'hello{Enter}');
    await expect(await server.nextMessage()).toBe('{"text":"hello"}');
  },
});

NewServer.test('renders often, and makes no further socket', async ({ canvas, id, server }) => {
  const made = () => ledger.sockets.filter(({ storyId }) => storyId === id).length;
  const before = made();
  for (let count = 1; count <= 10; count++) {
    await server.send(`message ${count}`);
    await canvas.findByText(`message ${count}`);
  }
  await expect(made()).toBe(before);
});

/** An older server chooses the older version: the page reads which, and sends plain text. */
export const OldServer = meta.story({
  args: { serverState: 'connecting' },
  play: async ({ canvas, server, userEvent }) => {
    await server.nextConnection();
    await server.accept({ protocol: 'chat.v1' });
    await canvas.findByText('open');
    await expect(canvas.getByLabelText('Chosen')).toHaveTextContent('chat.v1');
    await userEvent.type(canvas.getByLabelText('Message'), 'hello{Enter}');
    await expect(await server.nextMessage()).toBe('hello');
  },
});

/** The server answers with a version that was not offered: the browser fails the connection, 1006. */
export const NotOffered = meta.story({
  args: { serverState: 'connecting' },
  play: async ({ canvas, server }) => {
    await server.nextConnection();
    await server.accept({ protocol: 'chat.v3' });
    await expect(await canvas.findByText('closed 1006')).toBeVisible();
    await expect(canvas.getByLabelText('Chosen')).toHaveTextContent('–');
  },
});

/** The server knows nothing of subprotocols and names none. Some were offered: 1006 as well. */
export const NoneChosen = meta.story({
  args: { serverState: 'connecting' },
  play: async ({ canvas, server }) => {
    await server.nextConnection();
    await server.accept({ protocol: '' });
    await expect(await canvas.findByText('closed 1006')).toBeVisible();
  },
});

/** Only the versions are offered, the best first; neither they nor the URL carry a secret. */
export const NoSecrets = meta.story({
  play: async ({ canvas, server }) => {
    const { protocols, url } = await server.nextConnection();
    await expect(protocols).toEqual(['chat.v2', 'chat.v1']);
    await expect(new URL(url).search).toBe('');
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('open'));
  },
});
