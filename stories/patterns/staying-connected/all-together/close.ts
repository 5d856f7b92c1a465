/** What a close code does to *All together*. */
import { expect } from 'storybook/test';
import type { StoryContext } from 'storybook/internal/csf';
import { madeBy } from './sockets.ts';

export async function stops({
  canvas,
  clock,
  id,
  page,
  server,
  userEvent,
}: StoryContext): Promise<void> {
  await canvas.findByText('open');
  await server.close(1008, 'no');
  await canvas.findByText('closed 1008 no');
  const made = madeBy(id);
  for (const verb of ['offline', 'online', 'hide', 'show', 'leave', 'comeBack'] as const) {
    page[verb]();
    await clock.advance(60_000);
    await expect(canvas.getByRole('status')).toHaveTextContent('closed 1008 no');
  }
  await expect(madeBy(id)).toBe(made);
  await userEvent.click(canvas.getByRole('button', { name: 'Connect again' }));
  await expect(await canvas.findByText('open')).toBeVisible();
}

export async function waitsAsLongAsARestart({
  canvas,
  clock,
  id,
  page,
  server,
}: StoryContext): Promise<void> {
  await canvas.findByText('open');
  const made = madeBy(id);
  await server.close(1012);
  await canvas.findByText('waiting 1012');
  page.hide();
  await clock.advance(1_000);
  page.show();
  page.offline();
  page.online();
  await clock.advance(16_499);
  await expect(canvas.getByRole('status')).toHaveTextContent('waiting 1012');
  await expect(madeBy(id)).toBe(made);
  await clock.advance(1);
  await expect(await canvas.findByText('open')).toBeVisible();
  await expect(madeBy(id)).toBe(made + 1);
}

export async function waitsAsToldTo({
  canvas,
  clock,
  id,
  page,
  server,
}: StoryContext): Promise<void> {
  await canvas.findByText('open');
  const made = madeBy(id);
  await server.close(1013, '{"retryAfterMs":60000}');
  await canvas.findByText(/^waiting 1013/);
  await clock.advance(30_000);
  page.offline();
  page.online();
  await clock.advance(29_999);
  await expect(madeBy(id)).toBe(made);
  await clock.advance(1);
  await expect(await canvas.findByText('open')).toBeVisible();
}
