import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** Bytes as they passed, in their order in both directions together. */
export interface Passed {
  readonly from: 'client' | 'server';
  /** Since the connection was opened. */
  readonly ms: number;
  readonly bytes: Buffer;
}

export interface Wiretap {
  readonly port: number;
  readonly passed: readonly Passed[];
  close(): void;
}

/** A proxy on this machine that hands on every byte, and keeps a copy. For one connection. */
export async function openWiretap(upstreamPort: number): Promise<Wiretap> {
  const passed: Passed[] = [];
  const proxy = createServer((downstream) => {
    const start = performance.now();
    const keep = (from: Passed['from']) => (bytes: Buffer) =>
      passed.push({ from, ms: Math.round(performance.now() - start), bytes });
    const up = connect(upstreamPort, '127.0.0.1');
    downstream.on('data', keep('client')).pipe(up);
    up.on('data', keep('server')).pipe(downstream);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const { port } = proxy.address() as AddressInfo;
  return { port, passed, close: () => proxy.close() };
}
