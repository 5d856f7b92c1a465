/**
 * Decodes a 64 MiB stream of mixed frames with `src/protocol/frame` and with the receiver of the
 * `ws` package, in alternating rounds of the same process, and prints the ratio of their speeds;
 * then the memory that each holds at most, in a process of its own that makes the stream as it
 * reads it.
 *
 * The receiver of `ws` takes masks off in place, hands over binary messages as views into what it
 * was given, and text as bytes. `given` decodes on the same terms, but makes strings; `borrowed`,
 * the default, also copies, so that the caller keeps the bytes that it has pushed.
 *
 * Run: `node bench/frame.bench.ts`. Exits with 1 when `given` is below the target ratio.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  createMessageDecoder,
  encodeFrame,
  encodePing,
  fragment,
  OPCODE,
} from '../src/protocol/frame.ts';
import { seeded } from '../src/protocol/testing/random.ts';
import { createWsReceiver } from '../src/protocol/testing/ws-receiver.ts';
import { median } from '../scripts/percentile.ts';

const STREAM_BYTES = 64 * 1024 * 1024;
const CHUNK_BYTES = 64 * 1024;
const WARM_UP_ROUNDS = 2;
const ROUNDS = 9;
const TARGET = 0.5;
/** Payload sizes, as [from, to]; each class has a quarter of the stream's bytes. */
const SIZES = [
  [1, 125],
  [126, 4095],
  [4096, 65_535],
  [65_536, 1_048_576],
] as const;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

type Role = 'client' | 'server';

/** Text, binary and fragmented messages in turn, with a ping now and then. */
function* frames(role: Role, totalBytes: number): Generator<Uint8Array> {
  const random = seeded(6455);
  const key = role === 'server' ? () => Math.floor(random() * 2 ** 32) : undefined;
  const ascii = new TextEncoder().encode('The quick brown fox jumps over it. '.repeat(32_000));
  const json = new TextEncoder().encode(
    '{"name":"Zoë","city":"Köln","说":"你好","n":12345},'.repeat(24_000),
  );
  const binary = Uint8Array.from({ length: 1_048_576 }, () => random() * 256);
  const written = SIZES.map(() => 0);
  for (let total = 0, n = 0; total < totalBytes; n++) {
    const behind = written.indexOf(Math.min(...written));
    const [from, to] = SIZES[behind] ?? SIZES[0];
    const length = from + Math.floor(random() * (to - from + 1));
    const source = [ascii, binary, json, binary][n % 4] ?? binary;
    const opcode = source === binary ? OPCODE.binary : OPCODE.text;
    const payload = source === json ? wholeCharacters(json, length) : source.subarray(0, length);
    const message =
      n % 10 === 9
        ? fragment({ opcode, payload }, Math.ceil(length / 4), key)
        : [encodeFrame({ opcode, payload, maskingKey: key?.() })];
    if (n % 50 === 0) yield encodePing(binary.subarray(0, 8), key);
    for (const frame of message) {
      yield frame;
      total += frame.length;
      written[behind] = (written[behind] ?? 0) + frame.length;
    }
  }
}

/** About `length` bytes of UTF-8 that do not end inside a character. */
function wholeCharacters(text: Uint8Array, length: number): Uint8Array {
  let end = length;
  while (end > 0 && ((text[end] ?? 0) & 0xc0) === 0x80) end--;
  return text.subarray(0, end);
}

/** The frames cut as a socket delivers them: in chunks that know nothing of frames. */
function* chunks(source: Iterable<Uint8Array>): Generator<Uint8Array> {
  let chunk = new Uint8Array(CHUNK_BYTES);
  let used = 0;
  for (const frame of source) {
    for (let at = 0; at < frame.length;) {
      const part = frame.subarray(at, at + CHUNK_BYTES - used);
      chunk.set(part, used);
      used += part.length;
      at += part.length;
      if (used === CHUNK_BYTES) {
        yield chunk;
        chunk = new Uint8Array(CHUNK_BYTES);
        used = 0;
      }
    }
  }
  yield chunk.subarray(0, used);
}

type Decode = (stream: Iterable<Uint8Array>, role: Role) => number;

/** Each decodes a stream and counts its data messages. */
const DECODERS = {
  borrowed: (stream, role) => decodeOurs(stream, role, 'borrowed'),
  given: (stream, role) => decodeOurs(stream, role, 'given'),
  ws: (stream, role) => decodeWs(stream, role, false),
  'ws with strings': (stream, role) => decodeWs(stream, role, true),
} satisfies Record<string, Decode>;

type Name = keyof typeof DECODERS;
const NAMES = Object.keys(DECODERS) as Name[];

function decodeOurs(stream: Iterable<Uint8Array>, role: Role, terms: 'borrowed' | 'given'): number {
  const decoder = createMessageDecoder({ role, chunks: terms });
  let messages = 0;
  for (const chunk of stream) {
    for (const one of decoder.push(chunk)) {
      if (one.type === 'error') throw new Error(one.says);
      if (one.type === 'text' || one.type === 'binary') messages++;
    }
  }
  return messages;
}

/** @param strings also make strings of text messages, as most who use `ws` do next */
function decodeWs(stream: Iterable<Uint8Array>, role: Role, strings: boolean): number {
  const receiver = createWsReceiver({ role });
  let messages = 0;
  receiver.on('message', (data, isBinary) => {
    messages++;
    if (strings && !isBinary) data.toString();
  });
  for (const chunk of stream) receiver.write(chunk);
  return messages;
}

/** @returns the ratio of the speed of `given` to that of `ws` */
function compare(role: Role): number {
  const stream = [...chunks(frames(role, STREAM_BYTES))];
  const mebibytes = stream.reduce((sum, chunk) => sum + chunk.length, 0) / 1024 / 1024;
  const times = new Map(NAMES.map((name) => [name, [] as number[]]));
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
    const counted = NAMES.map((name) => {
      // A fresh copy for every run: masks are taken off in place.
      const copy = stream.map((chunk) => Buffer.from(chunk));
      // No one pays for what another has left behind.
      collectGarbage();
      const start = performance.now();
      const messages = DECODERS[name](copy, role);
      if (round >= WARM_UP_ROUNDS) times.get(name)?.push(performance.now() - start);
      return messages;
    });
    if (new Set(counted).size > 1) throw new Error(`Not the same messages: ${counted.join(', ')}`);
  }
  const speed = (name: Name) => (mebibytes / median(times.get(name) ?? [])) * 1000;
  const mask = role === 'server' ? 'masked, a server receives' : 'unmasked, a client receives';
  console.log(`frames, ${mask}:`);
  for (const name of NAMES) {
    const ratio = (speed(name) / speed('ws')).toFixed(2);
    console.log(`  ${name.padEnd(16)}${speed(name).toFixed(0).padStart(5)} MiB/s   ${ratio} of ws`);
  }
  return speed('given') / speed('ws');
}

/** Runs a decoder in its own process. @returns the MiB that it held at most, garbage collected */
function heldMemory(name: Name): number {
  const file = fileURLToPath(import.meta.url);
  return Number(spawnSync(process.execPath, [file, '--memory', name], { encoding: 'utf8' }).stdout);
}

function measureMemory(name: Name): void {
  const held = () => {
    collectGarbage();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return (heapUsed + arrayBuffers) / 1024 / 1024;
  };
  let baseline = NaN;
  let peak = 0;
  function* watched(): Generator<Uint8Array> {
    let n = 0;
    for (const chunk of chunks(frames('server', STREAM_BYTES))) {
      // The first MiB fills what is made once, the source of the stream included.
      if (n === 16) baseline = held();
      if (n > 16 && n % 5 === 0) peak = Math.max(peak, held());
      n++;
      yield chunk;
    }
  }
  DECODERS[name](watched(), 'server');
  console.log(peak - baseline);
}

const [flag, name] = process.argv.slice(2);
if (flag === '--memory') {
  measureMemory(NAMES.find((one) => one === name) ?? 'borrowed');
} else {
  const ratio = Math.min(compare('server'), compare('client'));
  const held = NAMES.map((one) => `${one} ${heldMemory(one).toFixed(1)} MiB`).join(', ');
  console.log(`frames, memory held at most (largest message 1 MiB): ${held}`);
  console.log(`frames, lower ratio ${ratio.toFixed(2)} (target ${TARGET.toFixed(2)} or more)`);
  if (ratio < TARGET) process.exitCode = 1;
}
