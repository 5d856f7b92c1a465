import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hex } from './testing/bytes.ts';
import { bytesFrom, readTlsCapture } from './testing/read-tls-capture.ts';
import { readClientHello, readTlsRecords } from './tls.ts';

const { overTls } = readTlsCapture();

it('reads the records of a captured connection to the last byte, in both directions', () => {
  for (const from of ['client', 'server'] as const) {
    const stream = bytesFrom(overTls, from);
    const records = readTlsRecords(stream);
    let next = 0;
    for (const { offset, end, fragment, type } of records) {
      expect(offset).toBe(next);
      expect(type).toBeDefined();
      expect(end).toBe(offset + 5 + fragment.length);
      next = end;
    }
    expect(next).toBe(stream.length);
    expect(records[0]?.type).toBe('handshake');
    expect(records.filter(({ type }) => type === 'application_data').length).toBeGreaterThan(3);
  }
});

it('reads the host name and the protocol that a captured client asks for', () => {
  const [hello, ...later] = readTlsRecords(bytesFrom(overTls, 'client'));
  expect(readClientHello(hello?.fragment ?? new Uint8Array(0))).toEqual({
    serverName: 'lab.test',
    protocols: ['http/1.1'],
  });
  for (const { fragment, type } of later) {
    if (type === 'handshake') expect(readClientHello(fragment)).toBeUndefined();
  }
  const [serverHello] = readTlsRecords(bytesFrom(overTls, 'server'));
  expect(readClientHello(serverHello?.fragment ?? new Uint8Array(0))).toBeUndefined();
});

it('finds each frame 17 bytes longer than over TCP, as RFC 8446 §5.2 makes it', () => {
  const { overTcp } = readTlsCapture();
  for (const from of ['client', 'server'] as const) {
    const [, ...frames] = overTcp.passed.filter((one) => one.from === from);
    const expected = frames.map(({ bytes }) => Buffer.from(bytes, 'base64').length + 17);
    const sizes = readTlsRecords(bytesFrom(overTls, from)).map(({ fragment }) => fragment.length);
    // The server says last that TLS ends, too: an alert of 2 bytes, encrypted.
    if (from === 'server') expected.push(2 + 17);
    expect(sizes.slice(-expected.length)).toEqual(expected);
  }
});

it('reads two records, and the start of a third', () => {
  const [alert, data, cut, ...more] = readTlsRecords(
    hex('1503030002 0100 1703030001 ff 1603010005 0100'),
  );
  expect(alert).toEqual({ type: 'alert', offset: 0, end: 7, fragment: hex('0100') });
  expect(data).toEqual({ type: 'application_data', offset: 7, end: 13, fragment: hex('ff') });
  expect(cut).toEqual({ type: 'handshake', offset: 13, end: 23, fragment: hex('0100') });
  expect(more).toEqual([]);
});

it('ends, and throws nothing, whatever the bytes', () => {
  const stream = bytesFrom(overTls, 'client');
  const [hello] = readTlsRecords(stream);
  const whole = hello?.fragment ?? new Uint8Array(0);
  fc.assert(
    fc.property(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }), (at, byte) => {
      const broken = whole.slice();
      broken[at] = byte;
      expect(() => readClientHello(broken)).not.toThrow();
      expect(() => readClientHello(whole.slice(0, at))).not.toThrow();
      expect(() => readTlsRecords(stream.subarray(at))).not.toThrow();
    }),
    { numRuns: 500 },
  );
});
