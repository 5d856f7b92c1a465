import { expect, waitFor, within } from 'storybook/test';
import preview from '#.storybook/preview';
import { CLOSE_CODE_RANGES, CLOSE_CODES } from '../../src/protocol/close-codes.ts';
import { CloseCodes } from './close-codes/CloseCodes.tsx';

const meta = preview.meta({
  args: { url: 'wss://lab.test' },
  render: ({ url }: { url: string }, { server }) => <CloseCodes url={url} server={server} />,
});

/**
 * A Close frame carries a number that says why, and it should decide what your client does next.
 * Search the table, let the server send a code, and see what a pattern is told.
 */
export const Table = meta.story({
  play: async ({ canvas, server }) => {
    await server.nextConnection();
    const rows = CLOSE_CODES.length + CLOSE_CODE_RANGES.length;
    await expect(canvas.getByText(`${rows} matches`)).toBeVisible();
    await expect(canvas.getAllByRole('rowheader')).toHaveLength(rows);
    await canvas.findByText('open');
  },
});

Table.test('is searched by number and by word', async ({ canvas, userEvent }) => {
  const search = canvas.getByRole('searchbox', { name: 'Search by number or word' });
  const found = () => canvas.queryAllByRole('rowheader').map(({ textContent }) => textContent);
  const type = async (query: string, matches: string) => {
    await userEvent.clear(search);
    await userEvent.type(search, query);
    await expect(canvas.getByText(matches)).toBeVisible();
  };
  await type('1009', '1 match');
  await expect(found()).toEqual(['1009 Message Too Big']);
  await type('Login retry', '1 match');
  await expect(found()).toEqual(['1008 Policy Violation']);
  await type('4321', '1 match');
  await expect(canvas.getByRole('button', { name: 'Send 4321' })).toBeEnabled();
  await type('no such code', '0 matches');
});

Table.test('lets the server send a code', async ({ canvas, server, userEvent }) => {
  const pattern = within(canvas.getByRole('region', { name: 'The pattern and its socket' }));
  for (const code of [1001, 3000, 4999]) {
    await pattern.findByText('open');
    await userEvent.click(canvas.getByRole('button', { name: `Send ${code}` }));
    await expect(await pattern.findByText(`closed ${code}`)).toBeVisible();
    await expect(await pattern.findByText(`The server has sent ${code}.`)).toBeVisible();
    await expect(await server.nextClose()).toMatchObject({ code, wasClean: true });
    await userEvent.click(pattern.getByRole('button', { name: 'Reconnect' }));
  }
});

Table.test('sends nothing where nothing is open', async ({ canvas, server, userEvent }) => {
  await server.drop();
  await canvas.findByText('closed 1006');
  await userEvent.click(canvas.getByRole('button', { name: 'Send 1000' }));
  await waitFor(() => expect(canvas.getByText(/Reconnect first/)).toBeVisible());
});

Table.test('says why a code cannot be sent', async ({ canvas }) => {
  const disabled = canvas
    .getAllByRole('button', { name: /^Send/ })
    .filter((button) => button.matches(':disabled'));
  await expect(disabled.map(({ textContent }) => textContent)).toEqual([
    'Send 1004',
    'Send 1005',
    'Send 1006',
    'Send 1015',
    'Send 999',
    'Send 2999',
  ]);
  for (const button of disabled) {
    await expect(button).toHaveAccessibleDescription('No Close frame may carry it.');
  }
});
