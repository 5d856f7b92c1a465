/** What a login does to *All together*. */
import { expect, waitFor } from 'storybook/test';
import type { StoryContext } from 'storybook/internal/csf';
import { readLogin } from '../../../../mocks/protocol-servers/asks-for-token.ts';
import type { SocketServer } from '../../../../mocks/socket-server.ts';
import { madeBy, TEN_MINUTES_MS } from './sockets.ts';

/** The tokens that a server has been given, oldest first. */
const tokensAt = (server: SocketServer) => server.received.flatMap((data) => readLogin(data) ?? []);

export async function takesAFreshToken({ canvas, server }: StoryContext): Promise<void> {
  await canvas.findByText('open');
  await server.close(4401, 'session over');
  await waitFor(() => expect(tokensAt(server)).toHaveLength(2));
  await canvas.findByText('open');
  await expect(new Set(tokensAt(server))).toHaveProperty('size', 2);
}

export async function renewsItsToken({ canvas, clock, id, server }: StoryContext): Promise<void> {
  await clock.advance(1_000);
  const made = madeBy(id);
  await clock.advance(TEN_MINUTES_MS);
  await expect(canvas.getByRole('status')).toHaveTextContent('open');
  await expect(tokensAt(server)).toHaveLength(6);
  // Four between two logins, each after 25 seconds of silence.
  const pings = server.received.filter((data) => data === 'ping');
  await expect(pings).toHaveLength(22);
  await expect(madeBy(id)).toBe(made);
}

export async function asksTheUser({
  canvas,
  clock,
  page,
  server,
  userEvent,
}: StoryContext): Promise<void> {
  for (const refusals of [2, 4]) {
    await canvas.findByText('waiting 4401 token not accepted');
    await clock.advance(1);
    await canvas.findByText('needs-login 4401 token not accepted');
    for (const verb of ['offline', 'online', 'hide', 'show'] as const) {
      page[verb]();
      await clock.advance(60_000);
    }
    await expect(canvas.getByRole('status')).toHaveTextContent('needs-login');
    await expect(tokensAt(server)).toHaveLength(refusals);
    await userEvent.click(canvas.getByRole('button', { name: /^Log in/ }));
  }
  await canvas.findByText('waiting 4401 token not accepted');
}
