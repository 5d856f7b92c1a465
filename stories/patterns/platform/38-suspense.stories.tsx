import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { ledger } from '../../../mocks/ledger.ts';
import { SuspendedFeed } from '../../../src/patterns/38-suspense/SuspendedFeed.tsx';
import { lesson } from '../../lesson/lesson-page.tsx';

const meta = preview.meta({
  component: SuspendedFeed,
  args: { url: 'wss://lab.test' },
  parameters: {
    ...lesson('38-suspense'),
    // React reports what an error boundary catches on the console, and these errors are meant.
    react: { rootOptions: { onCaughtError: () => undefined } },
  },
});

const paused = { clock: 'paused' } as const;
const DEADLINE_MS = 10_000;
const WAITING = 'Waiting for the first message';
/** Those that have not ended: StrictMode makes another one, and it is closed at once. */
const socketsOf = (id: string) =>
  ledger.sockets.filter(({ state, storyId }) => storyId === id && state !== 'closed');

/** Not by `userEvent`: Storybook puts React's `act` around it, which complains of what suspends. */
const tryAgain = (button: HTMLElement) => button.click();

/** Two components suspend, and one message shows both. Send another: the placeholder does not come back. */
export const Open = meta.story({
  play: async ({ canvas, id, server }) => {
    await canvas.findByText('open');
    await expect(canvas.getByText(WAITING)).toBeVisible();
    await server.send('first');
    await expect(await canvas.findByText('first')).toBeVisible();
    await expect(canvas.getByLabelText('Received')).toHaveTextContent('1');
    await expect(canvas.queryByText(WAITING)).not.toBeInTheDocument();
    await waitFor(() => expect(socketsOf(id)).toHaveLength(1));
  },
});

/** Under StrictMode, too: the first socket is closed, and the same promise is fulfilled by the second. */
export const StrictMode = meta.story({
  globals: { strictMode: 'on' },
  play: async ({ canvas, id, server }) => {
    await canvas.findByText('open');
    await server.send('first');
    await expect(await canvas.findByText('first')).toBeVisible();
    await waitFor(() => expect(socketsOf(id)).toHaveLength(1));
  },
});

/** Fifty messages after the first one: each is shown, and the placeholder never is. */
export const Updates = meta.story({
  play: async ({ canvas, canvasElement, server }) => {
    await canvas.findByText('open');
    await server.send('first');
    await canvas.findByText('first');
    // React hides what it replaces by a fallback, and puts the fallback beside it.
    let hasWaited = false;
    const observer = new MutationObserver(() => {
      hasWaited ||= canvas.queryByText(WAITING) !== null;
    });
    observer.observe(canvasElement, { subtree: true, childList: true, attributes: true });
    await Promise.all(Array.from({ length: 50 }, (_, index) => server.send(`update ${index}`)));
    await expect(await canvas.findByText('update 49')).toBeVisible();
    await expect(canvas.getByLabelText('Received')).toHaveTextContent('51');
    observer.disconnect();
    await expect(hasWaited).toBe(false);
  },
});

/** No message comes in ten seconds: the error boundary says so. Try again, with another promise. */
export const NothingComes = meta.story({
  parameters: paused,
  play: async ({ canvas, clock, id, server }) => {
    await canvas.findByText('open');
    await clock.advance(DEADLINE_MS - 1);
    await expect(canvas.getByText(WAITING)).toBeVisible();
    await clock.advance(1);
    await expect(await canvas.findByRole('alert')).toHaveTextContent('within 10 seconds');
    await expect(canvas.getByText('closed 1006 no message in time')).toBeVisible();
    await waitFor(() => expect(server.open).toHaveLength(0));

    tryAgain(canvas.getByRole('button', { name: 'Try again' }));
    await expect(await canvas.findByText(WAITING)).toBeVisible();
    await canvas.findByText('open');
    await server.send('at last');
    await expect(await canvas.findByText('at last')).toBeVisible();
    // The deadline was for the first message.
    await clock.advance(DEADLINE_MS);
    await expect(canvas.getByText('open')).toBeVisible();
    await expect(socketsOf(id)).toHaveLength(1);
  },
});

/** Refused: the readers fail at once, without waiting for the deadline. */
export const Refused = meta.story({
  args: { serverState: 'error' },
  parameters: paused,
  play: async ({ canvas, clock, server }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent('ended before the first');
    await expect(canvas.getByText(/^closed 1006/)).toBeVisible();
    // Nothing is left that could fail the next one.
    await clock.advance(DEADLINE_MS);
    await server.accept();
    tryAgain(canvas.getByRole('button', { name: 'Try again' }));
    await canvas.findByText('open');
    await server.send('now');
    await expect(await canvas.findByText('now')).toBeVisible();
  },
});

/** The connection ends after the first message: what has come stays, and the status says how it ended. */
export const EndedLater = meta.story({
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    await server.send('kept');
    await canvas.findByText('kept');
    await server.close(1011, 'broken');
    await expect(await canvas.findByText('closed 1011 broken')).toBeVisible();
    await expect(canvas.getByText('kept')).toBeVisible();
  },
});
