import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { EveryMessage } from '../../../src/patterns/05-every-message/EveryMessage.tsx';
import { lesson } from '../../lesson/lesson-page.tsx';

/** What Chromium makes of a burst: 1,000 messages that are ready together took it 3 to 7 tasks. */
const MOST_COMMITS = 7;

const meta = preview.meta({
  component: EveryMessage,
  args: { url: 'wss://lab.test' },
  parameters: { ...lesson('05-every-message'), count: 'shown' },
});

/** 200 messages arrive at once: each is handled, the last 100 are shown, in a few renders. */
export const TwoHundredAtOnce = meta.story({
  play: async ({ canvas, server, count }) => {
    await canvas.findByText('open');
    const { messages, commits } = await count.during(async () => {
      // What a silent server holds back leaves in one piece.
      await server.stall();
      for (let sent = 1; sent <= 200; sent++) await server.send(`message ${sent}`);
      await server.resume();
      await canvas.findByText('message 200');
    });
    await expect(messages).toBe(200);
    await expect(commits).toBeGreaterThan(0);
    await expect(commits).toBeLessThanOrEqual(MOST_COMMITS);
    await expect(canvas.getByLabelText('Handled')).toHaveTextContent(/^200$/);
    await expect(canvas.getAllByRole('listitem')).toHaveLength(100);
    await expect(canvas.getByText('message 101')).toBeInTheDocument();
    await expect(canvas.queryByText('message 100')).not.toBeInTheDocument();
  },
});

/** The same text three times is three messages: state that does not change would run no effect. */
export const TheSameThreeTimes = meta.story({
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    for (let count = 1; count <= 3; count++) await server.send('tick');
    await waitFor(() => expect(canvas.getAllByText('tick')).toHaveLength(3));
    await expect(canvas.getByLabelText('Handled')).toHaveTextContent(/^3$/);
  },
});

/** React runs state updaters twice in StrictMode. The handler is not in one, so it runs once. */
export const StrictMode = meta.story({
  globals: { strictMode: 'on' },
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    await server.send('once');
    await canvas.findByText('once');
    await expect(canvas.getByLabelText('Handled')).toHaveTextContent(/^1$/);
  },
});

/** The server speaks first, right behind the handshake: the listener is there before the socket opens. */
export const RightBehindTheHandshake = meta.story({
  args: { serverState: 'connecting' },
  play: async ({ canvas, server }) => {
    await server.nextConnection();
    await Promise.all([server.accept(), server.send('welcome')]);
    await expect(await canvas.findByText('welcome')).toBeVisible();
    await expect(canvas.getByLabelText('Handled')).toHaveTextContent(/^1$/);
  },
});
