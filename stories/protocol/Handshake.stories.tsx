import { expect, within } from 'storybook/test';
import preview from '#.storybook/preview';
import { headerValues } from '../../src/protocol/handshake.ts';
import { BREAKAGES, NOTHING_BROKEN } from './handshake/breakages.ts';
import { captured } from './handshake/captured.ts';
import { exchangeHeads } from './handshake/exchange.ts';
import { Handshake } from './handshake/Handshake.tsx';

const meta = preview.meta({
  args: { url: 'wss://lab.test' },
  render: ({ url }: { url: string }, { server }) => <Handshake url={url} server={server} />,
});

/**
 * How a socket comes to be: a TCP connection, one HTTP request, one answer, and then frames. Take
 * it step by step, and break one thing.
 */
export const StepByStep = meta.story({
  // Unanswered, until the page has come to its second step.
  args: { serverState: 'connecting' },
});

StepByStep.test('takes a socket along', async ({ canvas, globals, server, userEvent }) => {
  const next = canvas.getByRole('button', { name: 'Next' });
  const sees = () => within(canvas.getByRole('region', { name: 'What the page sees' }));
  await expect(canvas.getByText(/^Before any HTTP/)).toBeVisible();
  await expect(server.connections).toHaveLength(0);

  await userEvent.click(next);
  const isLive = globals['transport'] === 'live';
  await canvas.findByRole('table', {
    name: isLive ? /sent by this browser just now/ : /captured from Chromium [\d.]+ with ws/,
  });
  const [host] = isLive ? [new URL(server.url).host] : headerValues(captured.request, 'Host');
  await expect(canvas.getByRole('rowheader', { name: `Host: ${host}` })).toBeVisible();
  // Not answered yet: the effects of the frame that brought the table have run in the second after it.
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  await expect(server.connections.at(-1)?.state).toBe('connecting');
  await expect(sees().queryByRole('rowheader')).toBeNull();

  await userEvent.click(next);
  await canvas.findByRole('rowheader', { name: 'HTTP/1.1 101 Switching Protocols' });
  await expect(canvas.getByText('Both sides keep every rule. The socket opens.')).toBeVisible();
  await sees().findByRole('row', { name: /^\d+ open .*readyState: 1/ });

  await userEvent.click(next);
  await expect(next).toBeDisabled();
  await userEvent.click(canvas.getByRole('button', { name: 'Let the server send a frame' }));
  await expect(
    await sees().findByRole('row', { name: /^\d+ message data: "Hello"/ }),
  ).toBeVisible();
});

StepByStep.test('goes by the arrow keys, and back', async ({ canvas, userEvent }) => {
  const stepAt = (name: RegExp) => canvas.getByRole('radio', { name });
  await userEvent.click(stepAt(/^3/));
  await userEvent.keyboard('{ArrowUp}{ArrowUp}');
  await expect(stepAt(/^1 The request/)).toHaveFocus();
  await expect(canvas.getByText(/Its socket is CONNECTING/)).toBeVisible();
  await userEvent.keyboard('{ArrowDown}');
  await canvas.findByRole('row', { name: /^\d+ open / });
  await expect(stepAt(/^2 Answer 101/)).toHaveFocus();
});

StepByStep.test('answers the captured request as its server did', async () => {
  const { response, refusal } = await exchangeHeads(captured.request, NOTHING_BROKEN);
  await expect(response).toEqual(captured.response);
  await expect(refusal).toBeUndefined();
});

/** The rule that each breaks, and what is then said. */
const REFUSALS: Readonly<Record<string, readonly [rule: string, verdict: RegExp]>> = {
  'no-upgrade': ['request-upgrade-missing', /^The server refuses, with 400 Bad Request/],
  'version-8': ['version-unsupported', /^The server refuses, with 426 Upgrade Required/],
  'foreign-origin': ['origin-foreign', /^The server refuses, with 403 Forbidden/],
  'wrong-accept': ['accept-wrong', /^The browser refuses/],
  'protocol-not-offered': ['protocol-not-offered', /^The browser refuses/],
};

StepByStep.test('says who refuses, and what the page sees', async ({ canvas, userEvent }) => {
  await userEvent.click(canvas.getByRole('radio', { name: /^3/ }));
  for (const { id, label } of BREAKAGES.slice(1)) {
    const [rule = `no rule for ${id}`, verdict = rule] = REFUSALS[id] ?? [];
    await userEvent.click(canvas.getByRole('radio', { name: label }));
    await expect(await canvas.findByText(rule)).toBeVisible();
    await expect(canvas.getByText(verdict)).toBeVisible();
    await expect(canvas.getAllByRole('row', { name: /Broken\./ })).toHaveLength(1);
    await canvas.findByRole('row', { name: /^\d+ close code: 1006, reason: "", wasClean: false/ });
    const sees = within(canvas.getByRole('region', { name: 'What the page sees' }));
    const events = sees.getAllByRole('rowheader').map(({ textContent }) => textContent);
    // The newest is on top.
    await expect(events).toEqual(['close', 'error']);
    const isStoodIn = sees.queryByText(/has named an unknown subprotocol/) !== null;
    await expect(isStoodIn).toBe(id === 'wrong-accept');
  }
});

StepByStep.test('works the accept value out again for each key', async ({ canvas, userEvent }) => {
  await userEvent.click(canvas.getByRole('radio', { name: /^2/ }));
  const key = await canvas.findByRole('textbox', { name: 'Sec-WebSocket-Key' });
  await userEvent.clear(key);
  await expect(canvas.getByText(/a server refuses it/)).toBeVisible();
  await userEvent.type(key, 'dGhlIHNhbXBsZSBub25jZQ==');
  // RFC 6455 §1.3
  await expect(await canvas.findByText('s3pPLMBiTxaQ9kYGzzhZRbK+xOo=')).toBeVisible();
  await expect(canvas.getByRole('table', { name: /with your key$/ })).toBeVisible();
});
