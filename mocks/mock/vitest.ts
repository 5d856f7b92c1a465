/** `react-websocket-lab/vitest`: a test with a server of its own. */
import { test as base } from 'vitest';
import { simulateServer, type SimulateOptions, type SocketServer } from './index.ts';

/**
 * A `test` with a `server`, which is opened before each test and disposed of behind it. Where a test needs
 * others besides, `simulateServer` opens them.
 * @param address as `simulateServer` takes it. @default '*', all sockets
 * @example
 * const test = testWithServer('wss://api.example.com/*');
 * test('shows the price', async ({ server }) => {
 *   render(<Ticker />);
 *   await server.nextConnection();
 *   await server.send('101.25');
 * });
 */
export function testWithServer(address?: string, options?: SimulateOptions) {
  return base.extend<{ server: SocketServer }>({
    server: [
      async ({}, use) => {
        const server = simulateServer(address, options);
        await use(server);
        server.dispose();
      },
      { auto: true },
    ],
  });
}
