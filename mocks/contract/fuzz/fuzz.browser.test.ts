/**
 * Random scripts on the simulated socket and on the browser's own: both must see the same. These are
 * a sample: `npm run fidelity random` runs 10,000.
 */
import { describe, expect, inject, test } from 'vitest';
import type { Subject } from '../scenario.ts';
import { real, simulated } from '../subjects.ts';
import { describeFind, hunt } from './hunt.ts';

const reality = real(inject('liveServerUrl'));
const SAMPLE = 150;
const SEED = 20_261_126;

test(`${SAMPLE} random scripts are the same on both`, async () => {
  const { finds } = await hunt(SAMPLE, SEED, [reality, simulated], { mostFinds: 2 });
  expect(finds.map(describeFind).join('\n\n')).toBe('');
});

/** The simulation with a fault of one kind. */
const faulty = (FaultyWebSocket: typeof WebSocket): Subject => ({
  ...simulated,
  WebSocket: FaultyWebSocket,
});

const faults: Readonly<Record<string, readonly [Subject, smallest: RegExp]>> = {
  'bufferedAmount is always 0': [
    faulty(
      class extends simulated.WebSocket {
        override get bufferedAmount() {
          return 0;
        }
      },
    ),
    /^1\. connect \[\](\n2\. page, socket 0: |; )[^;]*send[^;]*$/,
  ],
  'close() without a code says 1000': [
    faulty(
      class extends simulated.WebSocket {
        override close(code = 1000, reason?: string) {
          super.close(code, reason);
        }
      },
    ),
    /^1\. connect \[\]\n2\. page, socket 0: [^;]*close[^;]*$/,
  ],
  'bytes are always an ArrayBuffer': [
    faulty(
      class extends simulated.WebSocket {
        constructor(...args: ConstructorParameters<typeof WebSocket>) {
          super(...args);
          this.binaryType = 'arraybuffer';
        }
      },
    ),
    /^1\. connect \[\]\n2\. server, socket 0: [^;]*(Uint8Array|ArrayBuffer)[^;]*$|binaryType/,
  ],
};

describe.for(Object.entries(faults))('a simulation where %s', ([, [subject, smallest]]) => {
  test('is found out, and the script shrunk to what shows it', async () => {
    const { finds } = await hunt(30, SEED, [reality, subject], { mostFinds: 1 });
    expect(finds[0]?.script).toMatch(smallest);
  });
});
