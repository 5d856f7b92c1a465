import fc from 'fast-check';
import { blobs, PAGE_ACTIONS } from './page-actions.ts';
import type { EventName, FuzzScript, PageAction, Reaction, Step } from './script.ts';
import { POLICIES, VERBS } from './server-actions.ts';

/** One of these, and when it shrinks, the first. */
const oneOf = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

const { sends, closes, badCloses, binaryTypes, reads, listens } = PAGE_ACTIONS;

const acts = [
  { weight: 6, arbitrary: oneOf(sends) },
  { weight: 4, arbitrary: oneOf(closes) },
  { weight: 1, arbitrary: oneOf(badCloses) },
  { weight: 1, arbitrary: oneOf(binaryTypes) },
  { weight: 1, arbitrary: oneOf(reads) },
];
const pageAction = fc.oneof(...acts, { weight: 3, arbitrary: oneOf(listens) });

const pageActions: fc.Arbitrary<PageAction[]> = fc.array(
  fc.oneof({ weight: 16, arbitrary: pageAction }, { weight: 1, arbitrary: oneOf(blobs) }),
  { minLength: 1, maxLength: 4 },
);

const reactionBy = (
  when: Reaction['when'],
  actions: fc.Arbitrary<PageAction>,
): fc.Arbitrary<Reaction> =>
  fc.record({
    on: oneOf<EventName>(['message', 'open', 'close', 'error']),
    nth: fc.nat({ max: 2 }),
    when: fc.constant(when),
    actions: fc.array(
      fc.oneof(
        { weight: 10, arbitrary: actions },
        { weight: 1, arbitrary: fc.constant('connect' as const) },
      ),
      { minLength: 1, maxLength: 3 },
    ),
  });

/**
 * A microtask comes between two listeners of a real socket, and behind all of a simulated one: it adds
 * and removes none.
 */
const reaction = fc.oneof(
  reactionBy('listener', fc.oneof(...acts, { weight: 3, arbitrary: oneOf(listens) })),
  reactionBy('microtask', fc.oneof(...acts)),
);

const verb = fc.oneof(
  { weight: 6, arbitrary: oneOf(VERBS.sends) },
  { weight: 3, arbitrary: oneOf(VERBS.closes) },
  { weight: 2, arbitrary: oneOf(VERBS.handshakes) },
  { weight: 2, arbitrary: oneOf(VERBS.ends) },
  { weight: 1, arbitrary: oneOf(VERBS.pings) },
  { weight: 1, arbitrary: oneOf(VERBS.answers) },
);

const socket = fc.nat({ max: 2 });

const connect: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('connect' as const),
  protocols: oneOf([[], 'a', ['a', 'b'], ['b']]),
  reactions: fc.array(reaction, { maxLength: 3 }),
  actions: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: pageActions },
  ),
});

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('server' as const),
      socket,
      verbs: fc.array(verb, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('page' as const), socket, actions: pageActions }),
  },
  { weight: 1, arbitrary: connect },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('silence' as const),
      socket,
      verb: oneOf(['stall', 'resume'] as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('policy' as const), decide: oneOf(POLICIES) }),
  },
);

/** A socket, and up to six steps; before it, now and then, what becomes of its handshake. */
export const fuzzScript: fc.Arbitrary<FuzzScript> = fc
  .tuple(
    fc.array(fc.record({ kind: fc.constant('policy' as const), decide: oneOf(POLICIES) }), {
      maxLength: 1,
    }),
    connect,
    fc.array(step, { maxLength: 6, size: 'max' }),
  )
  .map(([policy, first, steps]) => [...policy, first, ...steps]);
