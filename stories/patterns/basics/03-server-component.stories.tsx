import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { UseEffectSocket } from '../../../src/patterns/01-use-effect/UseEffectSocket.tsx';
import { ClientBoundary } from '../../../src/patterns/03-server-component/ClientBoundary.tsx';
import source from '../../../src/patterns/03-server-component/ClientBoundary.tsx?raw';
import { ServerRender } from '../../../src/patterns/03-server-component/ServerRender.tsx';
import { LastMessage } from '../../../src/pitfalls/p01-socket-while-rendering/Broken.tsx';
import renderingSource from '../../../src/pitfalls/p01-socket-while-rendering/Broken.tsx?raw';
import effectSource from '../../../src/patterns/01-use-effect/UseEffectSocket.tsx?raw';
import { SocketCount } from '../../SocketCount.tsx';
import capture from './server-component/capture.json';
import { RenderNumbers } from './server-component/RenderNumbers.tsx';
import { TerminalOutput } from './server-component/TerminalOutput.tsx';

const meta = preview.meta({
  component: ClientBoundary,
  args: { url: 'wss://lab.test' },
  // The page around it is 03-server-component.mdx.
  tags: ['!autodocs'],
  parameters: {
    docs: { source: { code: source, language: 'tsx' } },
    server: {
      connect: ({ canvas, userEvent }) =>
        userEvent.click(canvas.getByRole('button', { name: 'Load the JavaScript' })),
    },
  },
});

/**
 * What to do: HTML from the server first, then hydration in the browser, then one socket, closed on
 * unmount.
 */
export const ClientComponent = meta.story({
  play: async ({ canvas, server, userEvent }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('connecting');
    await expect(server.connections).toHaveLength(0);
    await userEvent.click(canvas.getByRole('button', { name: 'Load the JavaScript' }));
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('open'));
    await expect(server.connections).toHaveLength(1);
  },
});

/** What `next build` says of pattern 01 as a server component. */
export const Attempt = meta.story({
  // It has no socket, and so no use for a server: a second run would show the same.
  tags: ['simulated-only'],
  parameters: { controls: { disable: true } },
  render: () => (
    <TerminalOutput command="npx next build examples/next/attempt" output={capture.attempt} />
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/depends on `useEffect`.*"use client"/)).toBeVisible();
  },
});

/** A server component that makes its socket while it renders, in Next.js: what became of them. */
export const Render = meta.story({
  tags: ['simulated-only'],
  parameters: { controls: { disable: true } },
  render: () => <RenderNumbers {...capture.render} />,
  play: async ({ canvas }) => {
    const row = (name: RegExp) => canvas.getByRole('row', { name });
    await expect(row(/^Sockets opened by the server/)).toHaveAccessibleName(/ 5 0$/);
    await expect(row(/^Pages that showed the message/)).toHaveAccessibleName(/ 0 0$/);
    await expect(row(/^Still open/)).toHaveAccessibleName(/ 5 0$/);
  },
});

/**
 * A socket in an effect, rendered on the server: no effect runs there, so no socket is ever made.
 * The HTML says "connecting" for ever.
 */
export const EffectOnTheServer = meta.story({
  parameters: { docs: { source: { code: effectSource, language: 'tsx' } } },
  render: ({ url }, { id }) => (
    <>
      <ServerRender why="No effect runs on the server, so no socket is made. The page says “connecting” until its JavaScript comes.">
        <UseEffectSocket url={url} />
      </ServerRender>
      <SocketCount storyId={id} />
    </>
  ),
  play: async ({ canvas, server, userEvent }) => {
    const ask = canvas.getByRole('button', { name: 'Ask the server for the page' });
    for (let page = 1; page <= 5; page++) await userEvent.click(ask);
    await expect(canvas.getAllByText(/data-status="connecting"/)).toHaveLength(5);
    await expect(canvas.getByText('Sockets made: 0. Open now: 0.')).toBeVisible();
    await expect(server.connections).toHaveLength(0);
  },
});

/**
 * A socket made while rendering: one more for each page that is asked for, no one closes them, and
 * the HTML was sent before a message could come.
 */
export const SocketWhileRenderingOnTheServer = meta.story({
  parameters: {
    docs: { source: { code: renderingSource, language: 'tsx' } },
    server: {
      leavesBehind: 'It shows the leak: nothing on a server could close these sockets.',
      warnings: ['rendering', 'open twice'],
    },
  },
  render: ({ url }, { id }) => (
    <>
      <ServerRender why="Each page that is asked for opens one more socket. The HTML has gone before a message can come.">
        <LastMessage url={url} />
      </ServerRender>
      <SocketCount storyId={id} />
    </>
  ),
  play: async ({ canvas, server, userEvent }) => {
    const ask = canvas.getByRole('button', { name: 'Ask the server for the page' });
    for (let page = 1; page <= 5; page++) await userEvent.click(ask);
    await canvas.findByText('Sockets made: 5. Open now: 5.');
    await server.send('too late');
    await expect(canvas.getAllByText(/no message yet/)).toHaveLength(5);
    await expect(canvas.queryByText(/too late/)).toBeNull();
    await expect(server.open).toHaveLength(5);
  },
});
