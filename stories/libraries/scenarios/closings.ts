/** The server closes, and says why. */
import { MINUTE_MS, type Scenario, type Verdict } from './scenario.ts';

/** What a client does with a close code, as the registry of codes and this lab's pattern 12 have it. */
type Expected = 'comes back' | 'stays' | 'either';

const CODES: readonly (readonly [code: number, meaning: string, expected: Expected])[] = [
  [1000, 'done', 'either'],
  [1001, 'the server goes away', 'comes back'],
  [1006, 'no Close frame', 'comes back'],
  [1008, 'against the rules', 'stays'],
  [1011, 'the server has failed', 'comes back'],
  [1012, 'the server restarts', 'comes back'],
  [1013, 'try again later', 'comes back'],
  [4401, 'not logged in', 'stays'],
];

/** So many attempts in a minute after the server has said no are as good as none, or too many. */
const FEW = 3;
const MANY = 15;

const RULES: Record<Expected, string> = {
  'comes back': 'good where it is connected again within a minute',
  stays: `good with at most ${FEW} attempts in a minute, in part with at most ${MANY}: the server has said no`,
  either: 'good either way',
};

function closedWith(code: number, meaning: string, expected: Expected): Scenario {
  return {
    id: `close-${code}`,
    title: `Closed with ${code}, ${meaning}`,
    about: `The server closes the connection with ${code}. Measured: the code that the application is told, and whether it is connected again within a minute.`,
    rule: `${RULES[expected]}; in part where the application is told another code`,
    group: 'connection',
    isOnRealServer: true,
    async run(stage) {
      await stage.connect();
      const fault = stage.mark();
      if (code === 1006) await stage.server.drop();
      else await stage.server.close(code, meaning);
      if (expected === 'stays') {
        // A server that says no says it again.
        await stage.server.accept({ thenClose: { code, reason: meaning } });
        await stage.pass(MINUTE_MS);
      } else await stage.nextOpen(fault, MINUTE_MS);
      const attempts = stage.sockets.length - fault.sockets;
      const isBack = stage.opens.length > fault.opens;
      const codeSeen = stage.closes[fault.closes]?.code ?? null;
      return {
        verdict: verdictOf(expected, { isBack, attempts, isTold: codeSeen === code }),
        says:
          expected === 'stays' ? `${attempts} attempts` : isBack ? 'comes back' : 'stays closed',
        figures: { codeSeen, attempts, isBack },
      };
    },
  };
}

interface Seen {
  readonly isBack: boolean;
  readonly attempts: number;
  readonly isTold: boolean;
}

function verdictOf(expected: Expected, { isBack, attempts, isTold }: Seen): Verdict {
  if (expected === 'comes back' && !isBack) return 'bad';
  if (expected === 'stays' && attempts > MANY) return 'bad';
  if (expected === 'stays' && attempts > FEW) return 'partly';
  return isTold ? 'good' : 'partly';
}

export const CLOSINGS: readonly Scenario[] = CODES.map((entry) => closedWith(...entry));
