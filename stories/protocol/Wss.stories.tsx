import { expect, within } from 'storybook/test';
import preview from '#.storybook/preview';
import { capture } from './wss/capture.ts';
import { MixedContentTable } from './wss/MixedContentTable.tsx';
import { OnTheWay } from './wss/OnTheWay.tsx';

const meta = preview.meta({
  component: OnTheWay,
  args: { capture },
  // The page around it is Wss.mdx. No server: a second run with a live one would show the same.
  tags: ['!autodocs', 'simulated-only'],
  parameters: { controls: { disable: true } },
});

const SECRETS = ['My PIN is 4711', 'session=5up3r53cr3t', '/rooms/42?as=ada'];

/** The same conversation twice: what passed, and what can be read of it. */
export const WhatOthersRead = meta.story({
  play: async ({ canvas }) => {
    const tcp = canvas.getByRole('region', { name: 'ws: over TCP' });
    const tls = canvas.getByRole('region', { name: 'wss: over TLS' });
    for (const secret of SECRETS) {
      await expect(tcp).toHaveTextContent(secret);
      await expect(tls).not.toHaveTextContent(secret);
    }
    await expect(tls).toHaveTextContent('Host name: lab.test');
    await expect(within(tls).getAllByText(/^application_data.*encrypted$/).length).toBeGreaterThan(
      5,
    );

    const row = (name: RegExp) => canvas.getByRole('row', { name });
    await expect(row(/^IP address/)).toHaveAccessibleName(/readable readable$/);
    await expect(row(/^Host name/)).toHaveAccessibleName('Host name lab.test readable readable');
    await expect(row(/^Cookie/)).toHaveAccessibleName(/session=5up3r53cr3t readable hidden$/);
    await expect(canvas.getAllByRole('row', { name: /^Message .* readable hidden$/ })).toHaveLength(
      4,
    );
  },
});

WhatOthersRead.test('shows the bytes as they passed', async ({ canvas, userEvent }) => {
  const tcp = within(canvas.getByRole('region', { name: 'ws: over TCP' }));
  const [request] = tcp.getAllByText('Bytes');
  if (!request) throw new Error('Nothing has passed.');
  await userEvent.click(request);
  await expect(tcp.getByText(/^47 45 54 20.*GET \/rooms/)).toBeVisible();
});

/** The rule, and what Chromium did with each. */
export const MixedContent = meta.story({
  render: (args) => <MixedContentTable {...args} />,
  play: async ({ canvas }) => {
    const row = (name: string) => canvas.getByRole('row', { name });
    await expect(row('https://lab.test wss://lab.test allowed opens')).toBeVisible();
    await expect(
      row('https://lab.test ws://lab.test mixed content new WebSocket throws SecurityError'),
    ).toBeVisible();
    await expect(row('https://lab.test ws://localhost allowed opens')).toBeVisible();
    await expect(row('https://lab.test ws://127.0.0.1 allowed opens')).toBeVisible();
    await expect(row('http://localhost ws://lab.test mixed content opens')).toBeVisible();
    await expect(row('http://lab.test ws://lab.test allowed opens')).toBeVisible();
    await expect(
      row(
        'http://lab.test wss://lab.test, with a certificate that it does not trust allowed fails: error, close 1006',
      ),
    ).toBeVisible();
  },
});
