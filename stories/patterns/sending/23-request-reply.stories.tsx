import type { StoryContext } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import preview from '#.storybook/preview';
import { answersRequests } from '../../../mocks/protocol-servers/answers-requests.ts';
import type { SocketServer } from '../../../mocks/socket-server.ts';
import { readJson } from '../../../src/connection/read-json.ts';
import { RequestSocket } from '../../../src/patterns/23-request-reply/RequestSocket.tsx';
import { lesson } from '../../lesson/lesson-page.tsx';
import { SHORT_AGAIN, waitShortAgain } from '../wait-short-again.ts';
import { say } from './say.ts';

/** `slow` takes half a second, `never` for ever, and `nonsense` is refused. */
const answers = answersRequests({
  delayMs: (body) => ({ slow: 500, never: Infinity })[String(body)] ?? 0,
  answer(body) {
    if (body === 'nonsense') throw new RangeError('no such thing');
    return `reply to ${String(body)}`;
  },
});

const meta = preview.meta({
  component: RequestSocket,
  args: { url: 'wss://lab.test' },
  parameters: { ...lesson('23-request-reply'), server: { behaviour: answers } },
});

type Canvas = StoryContext['canvas'];

const paused = { clock: 'paused' } as const;
const messagesIn = ({ received }: SocketServer) => received.map(readJson);
/** What has become of the requests, the first on top. */
const outcomes = (canvas: Canvas) =>
  within(canvas.getByRole('list', { name: 'Outcomes' }))
    .queryAllByRole('listitem')
    .map(({ textContent }) => textContent)
    .toReversed();
const pendingIn = (canvas: Canvas) => canvas.getByRole('definition', { name: 'Pending' });
/** Resolves when these have come of the requests, and none is pending. */
async function untilSettled(canvas: Canvas, expected: readonly string[]): Promise<void> {
  await waitFor(() => expect(outcomes(canvas)).toEqual(expected));
  await expect(pendingIn(canvas)).toHaveTextContent('0');
}

/** Ask something: the server replies at once. Ask `slow`, `never` or `nonsense` too. */
export const Open = meta.story({
  play: async ({ canvas, userEvent }) => {
    await expect(await canvas.findByText('open')).toBeVisible();
    await userEvent.type(canvas.getByRole('textbox'), 'hello{Enter}');
    await untilSettled(canvas, ['hello: "reply to hello"']);
  },
});

/** Two requests, and the second is answered first: each gets its own reply. */
export const OutOfOrder = meta.story({
  play: async ({ canvas }) => {
    await canvas.findByText('open');
    say(canvas, ['slow', 'quick']);
    await untilSettled(canvas, ['quick: "reply to quick"', 'slow: "reply to slow"']);
  },
});

/** The server cannot answer, and says so: the promise rejects with its reason. */
export const Failure = meta.story({
  play: async ({ canvas }) => {
    await canvas.findByText('open');
    say(canvas, ['nonsense']);
    await untilSettled(canvas, ['nonsense: Error, RangeError: no such thing']);
  },
});

/** No reply comes: after ten seconds the promise rejects. The reply that comes then is ignored, and reported. */
export const Late = meta.story({
  parameters: paused,
  play: async ({ canvas, clock, server }) => {
    await canvas.findByText('open');
    say(canvas, ['never']);
    await clock.advance(5_000);
    await expect(canvas.getByRole('timer')).toHaveAccessibleName('5.0 seconds left');
    await clock.advance(4_999);
    await expect(outcomes(canvas)).toEqual([]);
    await clock.advance(1);
    const timeout = 'never: TimeoutError, No reply in 10000 ms.';
    await untilSettled(canvas, [timeout]);
    await waitFor(() => expect(messagesIn(server)).toHaveLength(2));
    const [asked, aborted] = messagesIn(server);
    await expect(aborted).toEqual({ type: 'abort', id: asked?.id });
    await server.send(JSON.stringify({ type: 'reply', id: asked?.id, body: 'too late' }));
    await untilSettled(canvas, [timeout, 'A late reply came, and was ignored.']);
  },
});

/** The user cancels: the promise rejects at once, and the server is told that it need not answer. */
export const Cancelled = meta.story({
  play: async ({ canvas, server, userEvent }) => {
    await canvas.findByText('open');
    say(canvas, ['never', 'slow']);
    const never = within(canvas.getByRole('group', { name: 'never' }));
    await userEvent.click(never.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(outcomes(canvas)[0]).toMatch(/^never: AbortError/));
    await waitFor(() => expect(outcomes(canvas)[1]).toBe('slow: "reply to slow"'));
    const sent = messagesIn(server).map(({ type }) => type);
    await expect(sent).toEqual(['request', 'request', 'abort']);
  },
});

/** The cable is cut while two wait: both reject, and none is asked again. Only the caller knows whether it may be. */
export const Cut = meta.story({
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    say(canvas, ['never', 'slow']);
    await expect(pendingIn(canvas)).toHaveTextContent('2');
    await server.nextMessage();
    await server.nextMessage();
    await server.drop();
    await untilSettled(canvas, [
      'never: NetworkError, The connection has ended.',
      'slow: NetworkError, The connection has ended.',
    ]);
    await canvas.findByText('open');
    await expect(messagesIn(server)).toHaveLength(2);
  },
});

/** Two handshakes are refused: the second wait is longer. A message proves the line, and the next wait is short. */
export const ShortAgain = meta.story({ ...SHORT_AGAIN, play: waitShortAgain() });

/** Unmounted while two wait: the server is told that it need not answer, and no timer is left. */
export const Unmounted = meta.story({
  play: async ({ canvas, mount, server }) => {
    await mount();
    await canvas.findByText('open');
    say(canvas, ['never', 'slow']);
    await server.nextMessage();
    await server.nextMessage();
    await mount(<p>Another page</p>);
    await waitFor(() =>
      expect(messagesIn(server).map(({ type }) => type)).toEqual([
        'request',
        'request',
        'abort',
        'abort',
      ]),
    );
  },
});
