/**
 * Captures the same conversation of a real Chromium with a real `ws` server twice, over TCP and over
 * TLS, as a listener on the way hears it; and what a page may open. For the page "wss and ws".
 *
 * Run: `npm run capture:tls`. It needs `openssl`, and writes the file of `FILE`. The
 * certificate and its key are made for this run in a temporary folder, and are gone after it.
 */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { WebSocketServer } from 'ws';
import { launchBrowser } from '../launch-browser.ts';
import type { Heard, MixedContent, TlsCapture } from '../../src/protocol/testing/tls-capture.ts';
import { openWiretap } from '../../src/protocol/testing/wiretap.ts';

/** There and not here: the tests of `src/protocol` read it too. */
const FILE = new URL('../../src/protocol/testing/tls-capture.json', import.meta.url);
const HOST = 'lab.test';
const PATH = '/rooms/42?as=ada';
const COOKIE = 'session=5up3r53cr3t';
const SAID = ['My PIN is 4711', 'And the code is swordfish'];

function makeCertificate(): { readonly key: Buffer; readonly cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'capture-tls-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const name = ['-subj', `/CN=${HOST}`, '-addext', `subjectAltName=DNS:${HOST}`, '-days', '1'];
  try {
    const files = ['-keyout', key, '-out', cert];
    execFileSync('openssl', ['req', '-x509', ...kind, ...name, ...files], { stdio: 'ignore' });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const page: RequestListener = (_, response) => {
  response.setHeader('Set-Cookie', COOKIE);
  response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>lab</title>');
};

/** Serves a page, and answers each message with its length. @returns its port */
async function serve(server: Server): Promise<number> {
  const sockets = new WebSocketServer({ server, perMessageDeflate: false });
  sockets.on('connection', (socket) => {
    socket.on('message', (data: Buffer) => {
      socket.send(`Thank you for ${data.length} bytes`);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function open(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext();
  const opened = await context.newPage();
  await opened.goto(url);
  return opened;
}

/** Says each thing and waits for its answer, then closes. */
async function converse(from: Page, url: string): Promise<void> {
  await from.evaluate(
    ([address, said]) =>
      new Promise<void>((done, fail) => {
        const socket = new WebSocket(address);
        let next = 0;
        const proceed = () => {
          const text = said[next++];
          if (text === undefined) socket.close(1000);
          else socket.send(text);
        };
        socket.onopen = proceed;
        socket.onmessage = proceed;
        socket.onerror = () => fail(new Error(`${address} could not be opened`));
        socket.onclose = () => done();
      }),
    [url, SAID] as const,
  );
}

async function listen(browser: Browser, scheme: 'http' | 'https', port: number): Promise<Heard> {
  const wiretap = await openWiretap(port);
  const from = await open(browser, `${scheme}://${HOST}:${port}/`);
  await converse(from, `${scheme.replace('http', 'ws')}://${HOST}:${wiretap.port}${PATH}`);
  await from.context().close();
  wiretap.close();
  const passed = wiretap.passed.map((one) => ({ ...one, bytes: one.bytes.toString('base64') }));
  return { address: `127.0.0.1:${wiretap.port}`, passed };
}

async function tryToOpen(from: Page, url: string): Promise<string> {
  return from.evaluate(
    (address) =>
      new Promise<string>((done) => {
        try {
          const socket = new WebSocket(address);
          const seen: string[] = [];
          socket.onopen = () => {
            seen.push('open');
            socket.close();
          };
          socket.onerror = () => seen.push('error');
          socket.onclose = ({ code }) => done(seen[0] === 'open' ? 'open' : `error, close ${code}`);
        } catch (error) {
          done((error as DOMException).name);
        }
      }),
    url,
  );
}

const tcp = createHttpServer(page);
const tls = createHttpsServer(makeCertificate(), page);
const [tcpPort, tlsPort] = [await serve(tcp), await serve(tls)];
const resolve = `--host-resolver-rules=MAP ${HOST} 127.0.0.1`;
const browser = await launchBrowser(resolve);
// Not Playwright's `ignoreHTTPSErrors`: with that, Chromium first refuses, and then connects again.
const trusting = await launchBrowser(resolve, '--ignore-certificate-errors');

function withPort(url: string): string {
  return `${url}:${/^(https|wss):/.test(url) ? tlsPort : tcpPort}/`;
}

async function mixedContent(
  page: string,
  url: string,
  isCertificateTrusted = true,
): Promise<MixedContent> {
  const from = await open(isCertificateTrusted ? trusting : browser, withPort(page));
  const outcome = await tryToOpen(from, withPort(url));
  await from.context().close();
  return { page, url, isCertificateTrusted, outcome };
}

const ws = new URL(import.meta.resolve('ws/package.json'));
const { version } = JSON.parse(readFileSync(ws, 'utf8')) as { version: string };
const capture: TlsCapture = {
  madeBy: `Chromium ${browser.version()}, ws ${version} on Node ${process.versions.node}`,
  overTcp: await listen(trusting, 'http', tcpPort),
  overTls: await listen(trusting, 'https', tlsPort),
  mixedContent: [
    await mixedContent(`https://${HOST}`, `wss://${HOST}`),
    await mixedContent(`https://${HOST}`, `ws://${HOST}`),
    await mixedContent(`https://${HOST}`, 'ws://localhost'),
    await mixedContent(`https://${HOST}`, 'ws://127.0.0.1'),
    await mixedContent('http://localhost', `ws://${HOST}`),
    await mixedContent(`http://${HOST}`, `ws://${HOST}`),
    await mixedContent(`http://${HOST}`, `wss://${HOST}`),
    await mixedContent(`http://${HOST}`, `wss://${HOST}`, false),
  ],
};
await browser.close();
await trusting.close();
tcp.close();
tls.close();
writeFileSync(FILE, `${JSON.stringify(capture, null, 2)}\n`);
