/** What the page and its network do to *All together*. */
import { expect, waitFor } from 'storybook/test';
import type { StoryContext } from 'storybook/internal/csf';
import { ledger } from '../../../../mocks/ledger.ts';
import { madeBy, TEN_MINUTES_MS } from './sockets.ts';

export async function asksAndTriesWithTheNetwork({
  canvas,
  clock,
  id,
  page,
  server,
}: StoryContext): Promise<void> {
  await canvas.findByText('open');
  page.offline();
  await expect(await server.nextMessage()).toBe('ping');
  // What comes after the pong shows that it has arrived.
  await server.send('after the pong');
  await canvas.findByText('after the pong');
  await server.stall();
  page.online();
  await clock.advance(2_000);
  await expect(canvas.getByRole('status')).toHaveTextContent('waiting 1006 the line is silent');
  page.offline();
  await server.hold();
  page.online();
  await canvas.findByText('connecting');
  const made = madeBy(id);
  // A handshake that hangs on the old network is given up.
  page.offline();
  page.online();
  await server.accept();
  await expect(await canvas.findByText('open')).toBeVisible();
  await expect(madeBy(id)).toBe(made + 1);
}

export async function triesAtOnceWhenOnline({
  canvas,
  clock,
  id,
  page,
  server,
}: StoryContext): Promise<void> {
  await canvas.findByText('open');
  page.offline();
  await server.refuse();
  await server.drop();
  for (const waitMs of [1_000, 1_500, 2_500]) {
    await canvas.findByText(/^waiting/);
    await clock.advance(waitMs);
  }
  await canvas.findByText(/^waiting/);
  const made = madeBy(id);
  page.online();
  await expect(madeBy(id)).toBe(made + 1);
  await waitFor(() => expect(ledger.sockets.at(-1)?.state).toBe('closed'));
  await clock.advance(1_000);
  await expect(madeBy(id)).toBe(made + 2);
}

export async function restsWhileHidden({
  canvas,
  clock,
  id,
  page,
  server,
}: StoryContext): Promise<void> {
  await canvas.findByText('open');
  page.hide();
  await server.drop();
  await canvas.findByText(/^resting/);
  const made = madeBy(id);
  await clock.advance(TEN_MINUTES_MS);
  await expect(madeBy(id)).toBe(made);
  page.show();
  await canvas.findByText('open');
  await expect(madeBy(id)).toBe(made + 1);

  // Hidden while it waits: the attempt waits for the tab, too.
  await server.drop();
  await canvas.findByText(/^waiting/);
  page.hide();
  await clock.advance(TEN_MINUTES_MS);
  await expect(madeBy(id)).toBe(made + 1);
  page.show();
  await canvas.findByText('open');

  page.hide();
  await server.stall();
  page.show();
  await clock.advance(2_000);
  await expect(canvas.getByRole('status')).toHaveTextContent('waiting 1006 the line is silent');
}

export async function comesBack({ canvas, id, page, server }: StoryContext): Promise<void> {
  await canvas.findByText('open');
  const made = madeBy(id);
  page.leave();
  await canvas.findByText('resting 1006 the page was left');
  page.comeBack();
  await expect(await canvas.findByText('open')).toBeVisible();
  await server.send('news');
  await expect(await canvas.findByText('news')).toBeVisible();
  await expect(madeBy(id)).toBe(made + 1);
}
