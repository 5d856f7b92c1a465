import { createDeflateRaw, constants } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createInflatingDecoder,
  createPlatformDeflater,
  createPlatformInflater,
  encodeFrame,
  fragment,
  OPCODE,
  RSV1,
} from '../frame.ts';
import { concat, cuts, hex, outcome, slice, toHex } from '../testing/bytes.ts';
import { seeded } from '../testing/random.ts';
import { receiveWithWs } from '../testing/ws-receiver.ts';

const MIB = 1024 * 1024;

async function inflateAll(...messages: readonly string[]): Promise<readonly string[]> {
  const inflater = createPlatformInflater(true);
  const out: string[] = [];
  for (const message of messages) {
    const result = await inflater.inflate(hex(message), MIB);
    out.push(typeof result === 'string' ? result : new TextDecoder().decode(result));
  }
  return out;
}

async function decodeDeflated(chunks: readonly Uint8Array[], maxMessageBytes = 100 * MIB) {
  const decoder = createInflatingDecoder({ role: 'client', maxMessageBytes, lengths: 'lenient' });
  const received = await Promise.all(chunks.map((chunk) => decoder.push(chunk)));
  return received.flat();
}

/** Deflates as endpoints do: one zlib stream for the connection, flushed after each message. */
async function deflateWithTakeover(messages: readonly Uint8Array[]): Promise<Uint8Array[]> {
  const zlib = createDeflateRaw();
  const parts: Buffer[] = [];
  zlib.on('data', (part: Buffer) => parts.push(part));
  const deflated: Uint8Array[] = [];
  for (const message of messages) {
    zlib.write(message);
    await new Promise<void>((done) => zlib.flush(constants.Z_SYNC_FLUSH, done));
    deflated.push(new Uint8Array(Buffer.concat(parts.splice(0))).slice(0, -4));
  }
  zlib.close();
  return deflated;
}

describe('the examples of RFC 7692 §7.2.3', () => {
  it('7.2.3.1: one compressed block, in one frame and in two', async () => {
    const hello = { type: 'text', data: 'Hello' };
    expect(await decodeDeflated([hex('c1 07 f2 48 cd c9 c9 07 00')])).toEqual([hello]);
    expect(await decodeDeflated([hex('41 03 f2 48 cd 80 04 c9 c9 07 00')])).toEqual([hello]);
  });

  it('7.2.3.2: the window of earlier messages', async () => {
    expect(await inflateAll('f248cdc9c90700', 'f200110000')).toEqual(['Hello', 'Hello']);
    expect(await inflateAll('f200110000')).toEqual(['deflate-broken']);
  });

  it('7.2.3.3: a block without compression', async () => {
    const message = hex('c1 0b 00 05 00 fa ff 48 65 6c 6c 6f 00');
    expect(await decodeDeflated([message])).toEqual([{ type: 'text', data: 'Hello' }]);
  });

  it('7.2.3.4: a block with BFINAL set to 1, which the platform makes too', async () => {
    expect(await inflateAll('f348cdc9c9070000', 'f200110000')).toEqual(['Hello', 'Hello']);
    const deflated = await createPlatformDeflater().deflate(new TextEncoder().encode('Hello'));
    expect(toHex(deflated)).toBe('f348cdc9c9070000');
  });

  it('7.2.3.5: two blocks in one message', async () => {
    expect(await inflateAll('f248050000 00ffffcac9c90700')).toEqual(['Hello']);
  });

  it('7.2.3.6: an empty message', async () => {
    expect(await inflateAll('00')).toEqual(['']);
  });
});

describe('what breaks', () => {
  it.each(['ff', 'f248cd', 'f2', '06', '0205', ''])(
    '"%s" is not DEFLATE data: 1007',
    async (digits) => {
      const frame = encodeFrame({ opcode: 2, rsv: RSV1, payload: hex(digits) });
      const received = await decodeDeflated([frame, hex('8200')]);
      expect(received).toMatchObject([{ rule: 'deflate-broken', closeCode: 1007, offset: 0 }]);
    },
  );

  it('refuses text that is not UTF-8 after inflation, and says where it started', async () => {
    const [payload] = await deflateWithTakeover([hex('ff')]);
    const frames = fragment({ opcode: 1, rsv: RSV1, payload: payload ?? hex('') }, 1);
    const received = await decodeDeflated([hex('8900'), ...frames]);
    expect(received).toMatchObject([{ type: 'ping' }, { rule: 'text-not-utf8', offset: 2 }]);
  });

  it('stops a message that grows beyond the limit, long before it has grown', async () => {
    const bomb = await createPlatformDeflater().deflate(new Uint8Array(256 * MIB));
    expect(bomb.length).toBeLessThan(MIB);
    const before = process.memoryUsage().arrayBuffers;
    const frame = encodeFrame({ opcode: 2, rsv: RSV1, payload: bomb });
    const received = await decodeDeflated([frame], MIB);
    expect(received).toMatchObject([{ rule: 'message-too-big', closeCode: 1009 }]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * MIB);
    expect(await decodeDeflated([hex('c1 07 f2 48 cd c9 c9 07 00')], 5)).toHaveLength(1);
    expect(await decodeDeflated([hex('c1 07 f2 48 cd c9 c9 07 00')], 4)).toMatchObject([
      { closeCode: 1009 },
    ]);
  }, 30_000);
});

it('inflates what zlib deflates with context takeover, as ws does', async () => {
  const words = fc.array(
    fc.constantFrom('tick', 'tock', '{"price":', '}', '😀', 'x'.repeat(40_000)),
  );
  const text = words.map((all) => new TextEncoder().encode(all.join(' ')));
  const sizes = fc.integer({ min: 1, max: 5_000 });
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 5 }), sizes, cuts, async (sent, size, places) => {
      const deflated = await deflateWithTakeover(sent);
      const frames = deflated.flatMap((payload, i) => [
        ...fragment({ opcode: OPCODE.text, rsv: RSV1, payload }, size),
        encodeFrame({ opcode: OPCODE.ping, payload: Uint8Array.of(i) }),
      ]);
      const chunks = slice(concat(frames), places);
      const ours = outcome(await decodeDeflated(chunks));
      const expected = sent.flatMap((data, i) => [
        `text ${new TextDecoder().decode(data)}`,
        `ping 0${i}`,
      ]);
      expect(ours).toEqual({ events: expected, refusedWith: undefined });
      expect(await receiveWithWs(chunks, { role: 'client', permessageDeflate: true })).toEqual(
        ours,
      );
    }),
    { numRuns: 60 },
  );
}, 60_000);

it('remembers earlier messages as far back as a sender may point', async () => {
  const random = seeded(1951);
  // Zlib points back at most 32,768 - 262 bytes.
  const noise = Uint8Array.from({ length: 32_500 }, () => random() * 256);
  const sent = [noise, noise.subarray(0, 300), noise.subarray(400), Uint8Array.of(1), noise];
  const deflated = await deflateWithTakeover(sent);
  expect(deflated[1]?.length).toBeLessThan(50);
  const inflater = createPlatformInflater(true);
  for (const [i, payload] of deflated.entries()) {
    expect(await inflater.inflate(payload, MIB)).toEqual(sent[i]);
  }
});

it('deflates what every receiver takes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 4 }),
      async (sent) => {
        const deflater = createPlatformDeflater();
        const chunks: Uint8Array[] = [];
        for (const message of sent) {
          const payload = await deflater.deflate(message);
          chunks.push(encodeFrame({ opcode: OPCODE.binary, rsv: RSV1, payload }));
        }
        const expected = {
          events: sent.map((data) => `binary ${toHex(data)}`),
          refusedWith: undefined,
        };
        expect(outcome(await decodeDeflated(chunks))).toEqual(expected);
        expect(await receiveWithWs(chunks, { role: 'client', permessageDeflate: true })).toEqual(
          expected,
        );
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);

it('is never laxer than ws: what it takes from broken DEFLATE data, ws takes as the same', async () => {
  const [hello = hex('')] = await deflateWithTakeover([
    new TextEncoder().encode('Hello, hello, hello 12345'),
  ]);
  let refused = 0;
  const flips = fc.asyncProperty(
    fc.nat({ max: hello.length - 1 }),
    fc.nat({ max: 7 }),
    async (at, bit) => {
      const payload = hello.slice();
      payload[at] = (payload[at] ?? 0) ^ (1 << bit);
      const chunks = [encodeFrame({ opcode: OPCODE.binary, rsv: RSV1, payload })];
      const ours = outcome(await decodeDeflated(chunks));
      const theirs = await receiveWithWs(chunks, { role: 'client', permessageDeflate: true });
      if (ours.refusedWith === undefined) expect(theirs).toEqual(ours);
      else expect(ours.refusedWith).toBe(1007);
      if (ours.refusedWith !== undefined) refused++;
    },
  );
  await fc.assert(flips, { numRuns: 1_000 });
  expect(refused).toBeGreaterThan(100);
}, 60_000);
