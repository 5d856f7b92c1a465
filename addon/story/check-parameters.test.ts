import { expect, test } from 'vitest';
import { checkParameters } from './check-parameters.ts';

test.for([
  {},
  { clock: 'x10', count: 'shown', docs: {} },
  { server: { url: 'wss://a.test', unanswered: 'refuse', controls: { latencyMs: 5 } } },
  { server: { url: false, behaviour: () => undefined, warnings: 'any', leavesBehind: 'why' } },
])('%o is understood', (parameters) => {
  expect(() => checkParameters(parameters)).not.toThrow();
});

test.for([
  [{ clock: 'pausd' }, /`parameters.clock` is "pausd", .+ paused/],
  [{ clock: 10 }, /`parameters.clock` is 10/],
  [{ count: true }, /`parameters.count` is true/],
  [{ server: 'wss://a.test' }, /`parameters.server` is no object/],
  [{ server: null }, /`parameters.server` is no object/],
  [{ server: { ulr: 'wss://a.test' } }, /has no `ulr`, .+ url, unanswered/],
  [{ server: { unanswered: 'no' } }, /`parameters.server.unanswered` is "no"/],
  [{ server: { controls: { latency: 5 } } }, /has no `latency`, .+ latencyMs/],
  [
    { server: { controls: { latencyMs: 'abc' } } },
    /controls`, latencyMs is a number .+ “abc” is not/,
  ],
  [{ server: { controls: { mounted: 'no' } } }, /controls`, mounted can be true, false/],
  [{ server: { behaviour: 'echo' } }, /is not a behaviour/],
] as const)('%o is not, and the error says what is', ([parameters, message]) => {
  expect(() => checkParameters(parameters)).toThrow(message);
});
