import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { frameAncestors } from './frame-ancestors.ts';

test.for([
  [undefined, "frame-ancestors 'self'"],
  ["'self' https://docs.example", "frame-ancestors 'self' https://docs.example"],
])('every answer says who may frame it: %s', async ([sources, header]) => {
  const server = createServer((_, response) => response.end()).listen(0, 'localhost');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { configureServer } = frameAncestors(sources);
  // As Storybook gives it to Vite.
  const storybook = { config: { server: { ws: { server } } } };
  Reflect.apply(configureServer as () => void, undefined, [storybook]);
  const { port } = server.address() as AddressInfo;
  for (const path of ['', 'iframe.html', 'index.json']) {
    const { headers } = await fetch(`http://localhost:${port}/${path}`);
    expect(headers.get('Content-Security-Policy')).toBe(header);
  }
});
