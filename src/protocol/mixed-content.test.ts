import { expect, it } from 'vitest';
import { isMixedContent } from './mixed-content.ts';
import { readTlsCapture } from './testing/read-tls-capture.ts';

const PAGE = new URL('https://lab.test/');

it.each([
  ['wss://example.com', false],
  ['ws://example.com', true],
  ['ws://localhost:6006', false],
  ['ws://app.localhost', false],
  ['ws://localhost.example.com', true],
  ['ws://notlocalhost', true],
  ['ws://127.0.0.1', false],
  ['ws://127.8.9.10:80', false],
  ['ws://127.0.0.1.example.com', true],
  ['ws://[::1]:8080', false],
  ['ws://[::2]', true],
  ['ws://192.168.0.1', true],
])('on a page over https, %s is mixed content: %s', (url, expected) => {
  expect(isMixedContent(PAGE, new URL(url))).toBe(expected);
  expect(isMixedContent(new URL('http://lab.test/'), new URL(url))).toBe(false);
});

it('is what Chromium blocks, but for a page of this machine: to that it allows more', () => {
  const { mixedContent } = readTlsCapture();
  const tried = mixedContent.filter(({ isCertificateTrusted }) => isCertificateTrusted);
  expect(tried.length).toBeGreaterThan(5);
  const different = tried.filter(({ page, url, outcome }) => {
    const isBlocked = isMixedContent(new URL(page), new URL(url));
    return outcome !== (isBlocked ? 'SecurityError' : 'open');
  });
  expect(different).toMatchObject([{ page: 'http://localhost', outcome: 'open' }]);
});
