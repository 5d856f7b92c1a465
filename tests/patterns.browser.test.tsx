/**
 * What holds for every pattern in the catalogue, tested once for all of them, on both transports. A
 * pattern for which one of these cases does not hold says so in its entry, with the reason.
 */
import { describe, expect, test } from 'vitest';
import { Session } from '../addon/story/session.ts';
import { ledger, type ReadyState } from '../mocks/ledger.ts';
import type { Closing } from '../mocks/socket-server.ts';
import { CATALOGUE } from '../src/catalogue.ts';
import { entries, folders, play, type Context } from './pattern-under-test.tsx';

type Server = Context['server'];

test('each pattern has an entry, and each entry a pattern', () => {
  expect(entries.toSorted()).toEqual(folders.toSorted());
});

/** Long enough for the server to stop reading before the page can have answered its Close frame. */
const CLOSE_LATENCY_MS = 100;

/** How the server brings the newest socket to each state. */
const REACH: Record<ReadyState, (server: Server) => Promise<unknown>> = {
  connecting: async () => undefined,
  open: async (server) => server.accept(),
  // The server stops reading while its Close frame is on the way. Unanswered, the page stays CLOSING.
  closing: async (server) => {
    await REACH.open(server);
    await untilState('open');
    server.latencyMs = CLOSE_LATENCY_MS;
    await Promise.all([server.close(1001), server.stall()]);
  },
  closed: async (server) => {
    await REACH.open(server);
    await untilState('open');
    await server.close(1001);
  },
};

/** Codes that mean different things to a client, and none at all. */
const CLOSE_CODES = [undefined, 1000, 1001, 1008, 1009, 1011, 1012, 1013, 3000, 4001];

/** Characters that a pattern shows with a few messages, of which one is a megabyte of text. */
const LONGEST_PAGE = 10_000;

/** Resolves when the newest socket is in the state (StrictMode has made another before it). */
async function untilState(state: ReadyState): Promise<void> {
  await expect.poll(() => ledger.sockets.at(-1)?.state).toBe(state);
}

/** Resolves when the pattern shows this text, and only as text. */
async function untilShown({ canvasElement }: Context, text: string): Promise<void> {
  await expect.poll(() => canvasElement.textContent).toContain(text);
}

describe.for(CATALOGUE)('$folder', (pattern) => {
  const { differs = {} } = pattern;

  describe('leaves nothing behind', () => {
    const states = Object.keys(REACH) as ReadyState[];
    const moments = states.flatMap((state) =>
      ['off', 'on'].map((strictMode) => ({ state, strictMode })),
    );
    test.for(moments)('unmounted while $state, StrictMode $strictMode', async (moment) => {
      const { state, strictMode } = moment;
      let leftovers: readonly string[] | undefined;
      const setting = { args: { serverState: 'connecting' as const }, globals: { strictMode } };
      await play(pattern, setting, async ({ id, server }, { connect }) => {
        await connect();
        await server.nextConnection();
        await REACH[state](server);
        await untilState(state);
        leftovers = await Session.of(id)?.leave();
      });
      expect(leftovers, `left behind by ${pattern.folder}, unmounted while ${state}`).toEqual([]);
    });
  });

  test.skipIf(differs.messages !== undefined)(
    'shows each message as text, in order, bounded in number and length',
    () =>
      play(pattern, {}, async (context, { connect }) => {
        const { canvasElement, server } = context;
        await connect();
        await server.nextConnection();
        await untilState('open');
        for (const text of ['<img src=x onerror=alert(1)>', 'second', 'third']) {
          await server.send(text);
          await untilShown(context, text);
        }
        expect(canvasElement.querySelector('img')).toBeNull();
        const shown = canvasElement.textContent;
        const places = ['<img src', 'second', 'third'].map((text) => shown.indexOf(text));
        expect([places, places.toReversed()]).toContainEqual(places.toSorted((a, b) => a - b));

        await server.send(new Uint8Array([1, 2, 3]));
        await untilShown(context, '3 bytes');

        await server.send('long '.repeat(200_000));
        await untilShown(context, 'long long');
        expect(canvasElement.textContent.length).toBeLessThan(LONGEST_PAGE);

        await Promise.all(Array.from({ length: 300 }, (_, index) => server.send(`burst ${index}`)));
        await untilShown(context, 'burst 299');
        // Cells and people are drawings, and no messages.
        const listed = canvasElement.querySelectorAll('li:not(.cells li, .people li), tbody tr');
        expect(listed.length).toBeLessThanOrEqual(100);
      }),
  );

  test.skipIf(differs.endings !== undefined)('shows how the connection ended', () =>
    play(pattern, {}, async (context, { connect, remount }) => {
      const { server } = context;
      await connect();
      await server.nextConnection();
      const openAgain = async () => {
        remount();
        await connect();
        const connection = await server.nextConnection();
        await untilState('open');
        return connection;
      };
      for (const code of CLOSE_CODES) {
        const connection = await openAgain();
        const closed = Promise.withResolvers<Closing>();
        connection.onClose(closed.resolve);
        const reason = code === undefined ? '' : `because of ${code}`;
        await server.close(code, reason);
        await untilShown(context, String(code ?? 1005));
        await untilShown(context, reason);
        const closing = { code: code ?? 1005, reason, wasClean: true };
        expect(await closed.promise).toEqual(closing);
      }
      for (const verb of ['drop', 'fail'] as const) {
        await openAgain();
        await server[verb]();
        await untilShown(context, '1006');
      }
      await server.refuse();
      remount();
      await connect();
      await untilShown(context, '1006');
    }),
  );

  test.skipIf(differs.url !== undefined)('moves to another URL: one socket, the other closed', () =>
    play(pattern, {}, async ({ id, server }, { connect, moveTo }) => {
      await connect();
      await server.nextConnection();
      await untilState('open');
      moveTo('/other');
      await expect
        .poll(() =>
          ledger.sockets
            .filter(({ storyId }) => storyId === id)
            .map(({ url, state }) => `${state} ${url.endsWith('/other') ? 'other' : 'first'}`)
            .slice(-2),
        )
        .toEqual(['closed first', 'open other']);
    }),
  );

  test.runIf(differs.moves !== undefined)('begins empty at another URL', () =>
    play(pattern, {}, async (context, { connect, moveTo }) => {
      const { canvasElement, server } = context;
      await connect();
      await server.nextConnection();
      await untilState('open');
      const event = JSON.stringify({ type: 'event', seq: 1, body: 'from before' });
      await server.send(differs.messages === undefined ? 'from before' : event);
      await untilShown(context, 'from before');
      moveTo('/other');
      // At once: what is there stood under the wrong address, if only for a moment.
      expect(canvasElement.textContent).not.toContain('from before');
    }),
  );

  test('stands twice on a page: a socket for each, and none left', () =>
    play(pattern, {}, async ({ canvas, id, server, userEvent }, { show }) => {
      show(2);
      // Each copy is connected by hand, where the pattern does not connect by itself.
      await expect.poll(() => canvas.queryAllByRole('button').length % 2).toBe(0);
      for (const button of canvas.queryAllByRole('button', { name: /^(Connect|Load)/ })) {
        await userEvent.click(button);
      }
      await expect.poll(() => server.open).toHaveLength(differs.copies === undefined ? 2 : 1);
      expect(await Session.of(id)?.leave()).toEqual([]);
    }));
});
