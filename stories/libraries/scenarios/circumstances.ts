/** What happens to the page. */
import { judge, MINUTE_MS, SECOND_MS, seconds, type Scenario } from './scenario.ts';

const offline: Scenario = {
  id: 'offline',
  title: 'Offline for 20 s, then another network',
  about:
    'The page is offline, and its old line is dead: it was of another network. Measured: the time from `online` until it is connected again.',
  rule: 'good within 5 s, in part within a minute',
  group: 'connection',
  async run(stage) {
    await stage.connect();
    stage.page.offline();
    await stage.server.stall();
    await stage.server.refuse();
    await stage.pass(20 * SECOND_MS);
    await stage.server.accept();
    const online = stage.mark();
    stage.page.online();
    const againMs = await stage.nextOpen(online, 5 * MINUTE_MS);
    return {
      verdict: judge(againMs, 5 * SECOND_MS, MINUTE_MS),
      says: seconds(againMs),
      figures: { againMs: againMs ?? null, attempts: stage.sockets.length },
    };
  },
};

const hidden: Scenario = {
  id: 'hidden',
  title: 'Hidden for ten minutes, the line dead',
  about:
    'The tab goes to the back, and its connection is lost without a sign. Measured: the time from its return until it is connected.',
  rule: 'good within 5 s, in part within a minute',
  group: 'connection',
  async run(stage) {
    await stage.connect();
    stage.page.hide();
    await stage.server.stall();
    await stage.server.refuse();
    await stage.pass(10 * MINUTE_MS);
    const attemptsHidden = stage.sockets.length - 1;
    await stage.server.accept();
    const shown = stage.mark();
    stage.page.show();
    const againMs = await stage.nextOpen(shown, 5 * MINUTE_MS);
    return {
      verdict: judge(againMs, 5 * SECOND_MS, MINUTE_MS),
      says: seconds(againMs),
      figures: { againMs: againMs ?? null, attemptsHidden },
    };
  },
};

const backForward: Scenario = {
  id: 'back-forward',
  title: 'Another page, and back',
  about:
    'The user goes to another page and comes back after a minute. The browser has kept the page, and ended its socket. Measured: the time until it is connected.',
  rule: 'good within 5 s, in part within a minute',
  group: 'connection',
  async run(stage) {
    await stage.connect();
    stage.page.leave();
    // Chromium ends it, and says so after the return.
    if (stage.server.open.length > 0) await stage.server.drop();
    await stage.pass(MINUTE_MS);
    const back = stage.mark();
    stage.page.comeBack();
    const againMs = await stage.nextOpen(back, 5 * MINUTE_MS);
    return {
      verdict: judge(againMs, 5 * SECOND_MS, MINUTE_MS),
      says: seconds(againMs),
      figures: { againMs: againMs ?? null, sockets: stage.sockets.length },
    };
  },
};

const TOKEN_LIFE_MS = 30 * SECOND_MS;

const token: Scenario = {
  id: 'token',
  title: 'The token ends',
  about:
    'After 30 s the server takes the token no more, and ends the connection as servers of that library do. Measured: the attempts until it is connected with a fresh one.',
  rule: 'good with up to 2 attempts, in part with more, bad where it is not connected within a minute',
  group: 'connection',
  hasTokens: true,
  async run(stage) {
    await stage.connect();
    await stage.pass(TOKEN_LIFE_MS);
    const fault = stage.mark();
    await stage.speaker.endTokens();
    const againMs = await stage.nextOpen(fault, MINUTE_MS);
    // An open that is closed again at once is none.
    await stage.pass(SECOND_MS);
    const isOpen = stage.open.length > 0 && stage.server.open.length > 0;
    const attempts = stage.sockets.length - fault.sockets;
    const isBack = againMs !== undefined && isOpen;
    return {
      verdict: isBack ? (attempts <= 2 ? 'good' : 'partly') : 'bad',
      says: isBack ? seconds(againMs) : 'locked out',
      figures: { againMs: againMs ?? null, attempts, isOpen },
    };
  },
};

export const CIRCUMSTANCES: readonly Scenario[] = [offline, hidden, backForward, token];
