import { findHeld } from '../../addon/leaks/check.ts';
import { describeHeld } from '../../addon/leaks/held.ts';
import { Watch } from '../../addon/leaks/watch.ts';
import { Instruments } from '../../addon/story/instruments.ts';
import { override } from '../../addon/story/override.ts';
import { ledger, type LedgerSocket } from '../../mocks/ledger.ts';
import { SimulatedServer } from '../../mocks/simulated-server.ts';
import type { Pattern } from '../../src/catalogue.ts';
import { seeded } from '../../src/protocol/testing/random.ts';
import type { World } from './command.ts';
import { Delivery } from './delivery.ts';
import { Feed } from './feed.ts';
import {
  findFalseMessages,
  findFalseStatus,
  findLostMove,
  findSocketTooMany,
} from './invariants.ts';
import { OnPage, type PatternComponent } from './on-page.tsx';
import type { Sequence } from './sequence.ts';

/** How long a pattern may keep a socket that no component needs, where its entry says that it keeps one. */
const LINGER_MS = 500;

/** After so long a frame has come. */
const FRAME_MS = 17;

/** Longer than any wait of a pattern: whatever it has left behind comes to light. */
const AFTERWARDS_MS = 120_000;

/** What the server sends by a command. What else it says belongs to its protocol. */
const IS_SENT = /^message \d+\w?$/;

let sequenceCount = 0;

/** A page in virtual time whose leaks are watched. One after which something was left is closed. */
export interface ChaosPage {
  readonly instruments: Instruments;
  readonly watch: Watch;
  close(): void;
}

export async function openChaosPage(): Promise<ChaosPage> {
  const instruments = await Instruments.open({ clock: 'paused', storyId: 'chaos' });
  // The clock is there before the watch, which sees its timers.
  const watch = new Watch();
  return {
    instruments,
    watch,
    close() {
      watch.end(() => undefined);
      watch.stop();
      instruments.close();
    },
  };
}

/** What an entry says of how its pattern is checked. */
export type Checked = 'differs' | 'delivers' | 'receives' | 'lists';

/** Runs a sequence on a pattern. Returns what is wrong, where something is. */
export async function runSequence(
  Component: PatternComponent,
  { differs = {}, delivers, receives, lists }: Pick<Pattern, Checked>,
  { isStrict, commands }: Sequence,
  { instruments: { clock, page }, watch }: ChaosPage,
): Promise<string | undefined> {
  const storyId = `chaos-${++sequenceCount}`;
  // What a pattern leaves to chance is the same when the sequence runs again.
  const undoRandom = override(Math, 'random', seeded(1));
  const server = new SimulatedServer(`wss://lab.test/${storyId}`, storyId);
  const onPage = new OnPage(Component, server.url, isStrict);
  const { mount, unmount } = onPage;
  const feed = new Feed(receives, server, onPage);
  const delivery = new Delivery(delivers, server, onPage, receives && feed.events);
  const { press, say } = delivery;
  const world: World = { server, clock, page, mount, unmount, press, say, log: feed.log };
  const sockets: LedgerSocket[] = [];
  /** Of the pattern as it is on the page now: those before went with it. */
  let own: LedgerSocket[] = [];
  let received: string[] = [];
  let placedAt = clock.now;
  /** The socket that the pattern shows. One that it keeps for another address is not that. */
  const shown = () =>
    differs.leaving === undefined
      ? own.at(-1)
      : own.findLast(({ url }) => url === server.url + onPage.path);
  const stop = ledger.subscribe((event, data) => {
    if (event.type === 'created' && event.socket.storyId === storyId) {
      sockets.push(event.socket);
      own.push(event.socket);
    }
    const isShown = event.socketId === shown()?.id;
    const isToShow = event.type === 'message' && typeof data === 'string' && IS_SENT.test(data);
    if (isToShow && event.direction === 'in' && isShown && onPage.isMounted) received.push(data);
  });
  const stopDelivery = delivery.start();
  const stopFeed = feed.start();

  // A hidden page's timers come late, or not at all.
  const isLingering = () =>
    differs.leaving !== undefined && (page.isHidden || clock.now - placedAt < LINGER_MS);
  const areShown = () =>
    differs.messages === undefined &&
    differs.reveals === undefined &&
    onPage.isMounted &&
    (differs.frames === undefined || !page.isHidden);
  const look = () =>
    (isLingering() ? undefined : findSocketTooMany(sockets, onPage)) ??
    (differs.status === undefined ? findFalseStatus(shown(), onPage) : undefined) ??
    (areShown() ? findFalseMessages(received, onPage, lists) : undefined) ??
    delivery.findFalse() ??
    feed.findFalse() ??
    watch.complaints[0];

  async function act(): Promise<string | undefined> {
    onPage.mount();
    await clock.advance(0);
    for (const [at, { run }] of commands.entries()) {
      const { isMounted, mounts, path } = onPage;
      const beforeMove = { isMounted, mounts, path, state: shown()?.state };
      const before = own.length;
      // With no connection to act on, a verb rejects.
      void Promise.resolve(run(world, at)).catch(() => undefined);
      if (onPage.isMounted !== isMounted || onPage.path !== path) placedAt = clock.now;
      const hasMoved = differs.moves !== undefined && onPage.path !== path;
      if (onPage.mounts !== mounts || hasMoved) {
        own = own.slice(before);
        received = [];
      }
      await clock.advance(differs.frames === undefined ? 0 : FRAME_MS);
      const isLetIn = server.policy === 'accept' || server.policy === 'hold';
      // A socket that was kept for this address is as it is, and may wait for its next attempt.
      const isKept =
        differs.leaving !== undefined &&
        own.slice(0, before).some(({ url }) => url === server.url + onPage.path);
      const wrong =
        look() ??
        (isLetIn && !isKept && differs.url === undefined
          ? findLostMove(beforeMove, shown(), onPage)
          : undefined);
      if (wrong) return `After command ${at + 1}, ${wrong}`;
    }
    return undefined;
  }

  /** Lets the server and the page be well for long enough to deliver what was said. */
  async function settle(): Promise<string | undefined> {
    if (!delivers && !receives) return undefined;
    page.online();
    page.comeBack();
    await Promise.all([server.accept(), server.resume()]);
    await clock.advance(AFTERWARDS_MS);
    const wrong =
      delivery.findFalse() ?? delivery.findLost() ?? feed.findFalse() ?? feed.findLost();
    return wrong && `At the end, ${wrong}`;
  }

  async function leave(): Promise<string | undefined> {
    const letLinger = async () => {
      if (differs.leaving === undefined) return;
      page.show();
      await clock.advance(LINGER_MS);
    };
    // What the pattern keeps for a moment since it moved has nothing to do with the unmount.
    await letLinger();
    if (differs.leaving === undefined) watch.leave();
    onPage.unmount();
    await letLinger();
    // While it keeps its socket, its timers may run.
    if (differs.leaving !== undefined) watch.leave();
    const made = sockets.length;
    // A library's timers may run out: in a frozen page they could not.
    page.resume();
    await server.resume();
    await clock.advance(0);
    const [held] = findHeld(storyId, watch, false);
    if (held) return `After the unmount there is left: ${describeHeld(held)}`;
    await clock.advance(AFTERWARDS_MS);
    if (sockets.length > made) return 'After the unmount the pattern makes a socket';
    return watch.complaints[0] && `After the unmount: ${watch.complaints[0]}`;
  }

  try {
    return (await act()) ?? (await settle()) ?? (await leave());
  } finally {
    stop();
    stopDelivery();
    stopFeed();
    undoRandom();
    onPage.remove();
    server.dispose();
    page.online();
    page.show();
  }
}
