import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { frameAncestors } from './frame-ancestors.ts';

test.for([
  ['ws', undefined, "frame-ancestors 'self'"],
  // Before Vite 8.
  ['hmr', undefined, "frame-ancestors 'self'"],
  ['ws', "'self' https://docs.example", "frame-ancestors 'self' https://docs.example"],
] as const)('every answer says who may frame it: %s, %s', async ([name, sources, header]) => {
  const server = createServer((_, response) => response.end()).listen(0, 'localhost');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { configureServer } = frameAncestors(sources);
  // As Storybook gives it to Vite.
  const storybook = { config: { server: { [name]: { server } } } };
  Reflect.apply(configureServer as () => void, undefined, [storybook]);
  const { port } = server.address() as AddressInfo;
  for (const path of ['', 'iframe.html', 'index.json']) {
    const { headers } = await fetch(`http://localhost:${port}/${path}`);
    expect(headers.get('Content-Security-Policy')).toBe(header);
  }
});
