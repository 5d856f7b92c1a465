/** The connection is lost, or is never made. */
import { refusesThenAccepts } from '../../../mocks/behaviours.ts';
import { judge, MINUTE_MS, SECOND_MS, seconds, type Scenario } from './scenario.ts';

const drop: Scenario = {
  id: 'drop',
  title: 'The cable is cut',
  about:
    'The connection ends without a Close frame. Measured: the time until it is connected again.',
  rule: 'good within 10 s, bad after a minute',
  group: 'connection',
  isOnRealServer: true,
  async run(stage) {
    await stage.connect();
    const fault = stage.mark();
    await stage.server.drop();
    const againMs = await stage.nextOpen(fault, MINUTE_MS);
    return {
      verdict: judge(againMs, 10 * SECOND_MS, MINUTE_MS),
      says: seconds(againMs),
      figures: { againMs: againMs ?? null, codeSeen: stage.closes[fault.closes]?.code ?? null },
    };
  },
};

const stall: Scenario = {
  id: 'stall',
  title: 'The line goes silent',
  about:
    'Nothing arrives and nothing is answered, and no event says so. Measured: the time until it is connected again.',
  rule: 'good within 60 s, in part within two minutes, bad after that',
  group: 'connection',
  async run(stage) {
    await stage.connect();
    const fault = stage.mark();
    await stage.server.stall();
    const againMs = await stage.nextOpen(fault, 5 * MINUTE_MS);
    return {
      verdict: judge(againMs, MINUTE_MS, 2 * MINUTE_MS),
      says: seconds(againMs),
      figures: { againMs: againMs ?? null, sockets: stage.sockets.length },
    };
  },
};

const hold: Scenario = {
  id: 'hold',
  title: 'The handshake hangs',
  about:
    'The server does not answer the handshake. Measured: the time until it is given up, and another one is tried.',
  rule: 'good within 30 s, bad after two minutes: browsers wait for minutes',
  group: 'connection',
  async run(stage) {
    await stage.server.hold();
    await stage.mount();
    const begun = stage.mark();
    await stage.until(() => stage.sockets.length > 1, 2 * MINUTE_MS);
    const [first, second] = stage.sockets;
    const nextMs = first && second && Math.round(second.madeAt - first.madeAt);
    const hanging = stage.sockets.filter(({ state }) => state === 'connecting').length;
    return {
      verdict: judge(nextMs, 30 * SECOND_MS, 2 * MINUTE_MS),
      says: seconds(nextMs),
      figures: { nextMs: nextMs ?? null, hanging, from: begun.sockets },
    };
  },
};

const refuse: Scenario = {
  id: 'refuse',
  title: 'Refused three times, then accepted',
  about:
    'The server answers three handshakes with 503, and the fourth with 101. Measured: the time until it is connected.',
  rule: 'good within a minute, bad where it gives up',
  group: 'connection',
  isOnRealServer: true,
  async run(stage) {
    const stop = refusesThenAccepts(3)(stage.server);
    const begun = stage.mark();
    await stage.mount();
    const openMs = await stage.nextOpen(begun, 2 * MINUTE_MS);
    stop();
    return {
      verdict: judge(openMs, MINUTE_MS, 2 * MINUTE_MS),
      says: seconds(openMs, 'gives up'),
      figures: { openMs: openMs ?? null, attempts: stage.sockets.length },
    };
  },
};

const flapping: Scenario = {
  id: 'flapping',
  title: 'Accepted, and closed at once',
  about:
    'For a minute the server accepts each handshake and closes the connection at once, as a server does that cannot start. Measured: the attempts.',
  rule: 'good up to 15, in part up to 30, bad beyond, and where it never tries again',
  group: 'connection',
  async run(stage) {
    await stage.server.accept({ thenClose: { code: 1011, reason: 'cannot start' } });
    await stage.mount();
    await stage.pass(MINUTE_MS);
    const attempts = stage.sockets.length;
    return {
      verdict: attempts === 1 ? 'bad' : judge(attempts, 15, 30),
      says: attempts === 1 ? 'gives up' : `${attempts} attempts`,
      figures: { attempts },
    };
  },
};

const CLIENTS = 200;
const WINDOW_MS = 100;

const herd: Scenario = {
  id: 'herd',
  title: 'The server restarts, with 200 clients',
  about:
    'Two hundred instances are closed with 1012 at once. Measured: how many of them return in the busiest tenth of a second.',
  rule: 'good up to a tenth of them, in part up to a third',
  group: 'connection',
  async run(stage) {
    await stage.mount({ copies: CLIENTS, areApart: true });
    await stage.until(() => stage.opens.length >= CLIENTS, MINUTE_MS);
    const fault = stage.mark();
    await stage.server.close(1012, 'restart');
    await stage.until(() => stage.sockets.length >= 2 * fault.sockets, 2 * MINUTE_MS);
    // The first return of each client.
    const returns = stage.sockets.slice(fault.sockets, 2 * fault.sockets);
    const times = returns.map(({ madeAt }) => madeAt).toSorted((a, b) => a - b);
    const busiest = Math.max(
      0,
      ...times.map((from) => times.filter((at) => at >= from && at < from + WINDOW_MS).length),
    );
    const spreadMs = Math.round((times.at(-1) ?? 0) - (times[0] ?? 0));
    return {
      verdict: returns.length === 0 ? 'bad' : judge(busiest, CLIENTS / 10, CLIENTS / 3),
      says: returns.length === 0 ? 'none returns' : `${busiest} at once`,
      figures: { sockets: fault.sockets, returns: returns.length, busiest, spreadMs },
    };
  },
};

export const LOSSES: readonly Scenario[] = [drop, stall, hold, refuse, flapping, herd];
