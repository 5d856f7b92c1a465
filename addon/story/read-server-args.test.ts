import { describe, expect, test } from 'vitest';
import { readServerArgs, usableArgs, type GivenArgs } from './read-server-args.ts';
import { defaultServerArgs, type ServerArgs } from './server-args.ts';
import { usableArgTypes } from './story-controls.ts';

const BEFORE: ServerArgs = {
  serverState: 'connecting',
  startState: 'closed',
  closeCode: '1001',
  closeReason: 'before',
  message: 'before',
  messagesPerSecond: 3,
  latencyMs: 50,
  mounted: false,
  network: 'offline',
  visibility: 'hidden',
};

const NAMES = Object.keys(BEFORE) as (keyof ServerArgs)[];
const OF_WRONG_TYPES: readonly unknown[] = [null, { a: 1 }, [1], () => undefined, Symbol('s'), 5n];

describe.for(NAMES)('%s', (name) => {
  test('of a wrong type keeps the previous value, and says so', () => {
    const text = ['message', 'closeReason', 'closeCode'].includes(name) ? [] : ['abc'];
    const number = ['latencyMs', 'messagesPerSecond', 'closeCode'].includes(name) ? [] : [7];
    const boolean = name === 'mounted' ? [] : [true];
    for (const value of [...OF_WRONG_TYPES, ...text, ...number, ...boolean]) {
      const { args, problems } = readServerArgs({ ...BEFORE, [name]: value }, BEFORE);
      expect(args).toEqual(BEFORE);
      expect(problems).toEqual([expect.stringMatching(`^${name} (is|can be) .+ The previous`)]);
    }
  });

  test('that is not given is the default', () => {
    const { args, problems } = readServerArgs({ ...BEFORE, [name]: undefined }, BEFORE);
    expect(args).toEqual({ ...BEFORE, [name]: defaultServerArgs[name] });
    expect(problems).toEqual([]);
  });
});

test.for<[GivenArgs, string]>([
  [{ latencyMs: -1 }, 'latencyMs is a number from 0 to 3000, and -1 is not.'],
  [{ latencyMs: 'abc' }, 'latencyMs is a number from 0 to 3000, and “abc” is not.'],
  [{ messagesPerSecond: NaN }, 'messagesPerSecond is a number from 0 to 500, and NaN is not.'],
  [{ messagesPerSecond: '5' }, 'messagesPerSecond is a number from 0 to 500, and “5” is not.'],
  [
    { message: 'm'.repeat(100_001) },
    'message is text of at most 100000 characters, and this has 100001.',
  ],
  [{ closeReason: { a: 1 } }, 'closeReason is text, and a value of type object is not.'],
  [{ network: null }, 'network can be online, offline, and null is none of these.'],
  [
    { serverState: 'ajar' },
    'serverState can be connecting, open, error, closed, and “ajar” is none of these.',
  ],
])('%o is explained, and the rest counts', ([nonsense, words]) => {
  const given = { ...defaultServerArgs, closeCode: 4000, ...nonsense };
  const { args, problems } = readServerArgs(given, defaultServerArgs);
  expect(problems).toEqual([`${words} The previous value is kept.`]);
  expect(args).toEqual({ ...defaultServerArgs, closeCode: 4000 });
});

test('the panel shows what can be used', () => {
  const given: GivenArgs = { latencyMs: { a: 1 }, closeReason: null, messagesPerSecond: 5 };
  expect(usableArgs(given)).toEqual({ messagesPerSecond: 5 });
});

test('a slider that begins as something else is off', () => {
  const isOff = (begin: GivenArgs) => {
    const { latencyMs, messagesPerSecond, message } = usableArgTypes(begin);
    return [latencyMs, messagesPerSecond, message].map(
      ({ control }) => typeof control === 'object' && control.disable === true,
    );
  };
  expect(isOff({})).toEqual([false, false, false]);
  expect(isOff({ latencyMs: 'abc', message: 7 })).toEqual([true, false, false]);
  expect(isOff({ latencyMs: 99_999, messagesPerSecond: true })).toEqual([false, true, false]);
});
