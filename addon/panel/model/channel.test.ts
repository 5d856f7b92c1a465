/** What the panel carries arrives as it was, through Storybook's own channel and its serialiser. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';

// Storybook's transport takes these from the page when it is loaded. This page frames itself.
const page = vi.hoisted(() => {
  const listeners: ((event: object) => void)[] = [];
  const location = { origin: 'https://lab.test', search: '' };
  const origin = location.origin;
  Object.assign(globalThis, {
    location,
    addEventListener: (_: string, listener: (event: object) => void) => listeners.push(listener),
    parent: { postMessage: (data: unknown) => listeners.forEach((one) => one({ data, origin })) },
  });
  return { location };
});

const { Channel, PostMessageTransport } = await import('storybook/internal/channels');
const { PanelChannel } = await import('./channel.ts');
const { batch, text } = await import('./testing.ts');

const openChannel = () => new Channel({ transport: new PostMessageTransport({ page: 'preview' }) });
const [thisEnd, otherEnd] = [openChannel(), openChannel()];

/** What one end hears of a batch with this text in it, which the other end posts. */
function carry(content: string, isHeard?: (source: unknown) => boolean): unknown[] {
  const heard: unknown[] = [];
  const stop = new PanelChannel(thisEnd, isHeard).on('events', (events) => heard.push(events));
  new PanelChannel(otherEnd).emit('events', batch([text(1, 0, 'in', content)]));
  stop();
  return heard;
}

/** What a serialiser may read a meaning into, and what a text may have between that. */
const pieces = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    ...['\u2028', '\u2029', '\ud800', '\udfff', '\0', '\n', '\r', '\u0085', '\ufeff', '"', '\\'],
    ...['_duplicate_["$"]', '_NaN_', '_Infinity_', '_-Infinity_', '_undefined_', '_date_0'],
    ...['_bigint_1', '_symbol_a', '_gsymbol_a', '_regexp_g|a', '_function_a|() => 1'],
    ...['{"__proto__":{"a":1}}', '{"_constructor-name_":"Map"}', '\\u2028', '['.repeat(1_000)],
  ),
);

test('any text arrives as it was, with all of its batch', () => {
  const anyText = fc.array(pieces, { maxLength: 5 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(anyText, (content) => {
      expect(carry(content)).toEqual([batch([text(1, 0, 'in', content)])]);
    }),
    { numRuns: 2_000 },
  );
});

test('what comes from elsewhere is not heard', () => {
  const { origin } = page.location;
  expect(carry('hello', (source) => source === origin)).toHaveLength(1);
  expect(carry('hello', (source) => source === 'https://elsewhere.test')).toHaveLength(0);
});
