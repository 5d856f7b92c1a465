/** The WebSocket panel sees what the story's sockets do, and makes their server act. */
import type { Page } from 'playwright';
import { control, expect, flip, openStory, preview, test, write, type Opening } from './lab.ts';
import {
  openPanel,
  playAnew,
  readExport,
  readTrace,
  showView,
  timelineRows,
  verb,
} from './panel.ts';

const STORY = 'patterns-basics-01-use-effect--open';
const SEVERAL = 'panel-severalservers--two-servers';

const status = (page: Page) => preview(page).getByRole('status');
const messages = (page: Page) => preview(page).getByRole('listitem');

/** Takes the pattern off the page and puts it back: it connects again. */
async function reconnect(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /^Controls/ }).click();
  await flip(page, 'mounted');
  await expect(status(page)).toHaveCount(0);
  await flip(page, 'mounted');
  await openPanel(page, 'Drive');
}

async function openDrive(page: Page, options?: Opening): Promise<void> {
  await openStory(page, STORY, options);
  await expect(status(page)).toHaveText('open');
  await openPanel(page, 'Drive');
}

test('each verb reaches the pattern and the timeline, and what is recorded plays the same', async ({
  page,
}) => {
  await openDrive(page);
  await expect(page.getByRole('tab', { name: 'WebSocket 1' })).toBeVisible();
  await expect(verb(page, 'accept')).toHaveAttribute('aria-pressed', 'true');
  await expect(verb(page, 'accept')).toBeEnabled();
  const recorder = page.getByRole('button', { name: 'Record a play function' });
  await recorder.click();
  await page.getByRole('slider', { name: 'Latency in ms' }).fill('50');
  await verb(page, 'stall').click();
  await verb(page, 'send').click();
  await expect(verb(page, 'stall')).toBeDisabled();
  await expect(messages(page)).toHaveCount(0);
  await verb(page, 'resume').click();
  await expect(messages(page)).toHaveText(['Hello from the server']);
  await page.getByRole('combobox', { name: 'As', exact: true }).selectOption('binary, in hex');
  await page.getByRole('textbox', { name: 'Message', exact: true }).fill('zz');
  await verb(page, 'send').click();
  await expect(page.getByRole('alert')).toContainText('is not a hexadecimal digit');
  await page.getByRole('textbox', { name: 'Message', exact: true }).fill('48 69');
  await verb(page, 'send').press('Enter');
  await expect(messages(page)).toHaveCount(2);
  const stream = page.getByRole('slider', { name: 'Messages a second' });
  await stream.fill('50');
  await expect(messages(page).nth(3)).toBeVisible();
  await stream.fill('0');
  await page.getByRole('combobox', { name: 'Code', exact: true }).fill('1012');
  await page.getByRole('textbox', { name: 'Reason', exact: true }).fill('back soon');
  await verb(page, 'close').click();
  await expect(status(page)).toHaveText('closed 1012 back soon');
  await page.getByRole('button', { name: 'Stop recording' }).click();
  await expect(recorder).toBeVisible();
  const code = await page.getByLabel('Play function').innerText();
  expect(code.split('\n').map((line) => line.trim())).toEqual([
    'play: async ({ server }) => {',
    'await server.nextConnection();',
    'server.latencyMs = 50;',
    'await server.stall();',
    "await server.send('Hello from the server');",
    'await server.resume();',
    'await server.send(new Uint8Array([72, 105]));',
    expect.stringMatching(
      /^await server\.stream\('Hello from the server', \{ perSecond: 50, count: \d+ \}\);$/,
    ),
    "await server.close(1012, 'back soon');",
    'await server.nextClose();',
    '},',
  ]);

  await showView(page, 'Timeline');
  const driven = await readTrace(page);
  const { log } = await readExport<{ log: { version: string; entries: object[] } }>(page, 'HAR');
  expect(log.entries).toMatchObject([
    {
      response: { status: 101 },
      _resourceType: 'websocket',
      _webSocketMessages: driven
        .filter((event) => 'content' in event)
        .map(() => ({ type: 'receive' })),
    },
  ]);
  await playAnew(page, STORY, code);
  await expect.poll(() => readTrace(page)).toEqual(driven);

  await showView(page, 'Drive');
  await verb(page, 'hold').click();
  await reconnect(page);
  await expect(status(page)).toHaveText('connecting');
  await verb(page, 'accept').click();
  await expect(status(page)).toHaveText('open');
  await verb(page, 'fail').click();
  await expect(status(page)).toHaveText('failed 1006');
  // What to do next is said, and offered.
  await expect(page.locator('.next-step')).toContainText('The server accepts the next one');
  await page.getByRole('button', { name: 'Remount the pattern' }).click();
  await expect(status(page)).toHaveText('open');
  await expect(page.locator('.next-step')).toHaveText('');
  // By its shortcut, from anywhere.
  await page.keyboard.press('Alt+Shift+D');
  await expect(status(page)).toHaveText('closed 1006');
  await verb(page, 'refuse').click();
  await page.getByRole('button', { name: 'Remount the pattern' }).click();
  await expect(status(page)).toHaveText('failed 1006');

  await showView(page, 'Timeline');
  const types = async () =>
    (await timelineRows(page).locator('> span:nth-child(4)').allInnerTexts()).join(' ');
  await expect
    .poll(types)
    .toMatch(/text closing close connect open error close connect open close connect error close$/);
});

test('agrees with the Controls, shows what is left behind, and begins again with another story', async ({
  page,
}) => {
  await openDrive(page, { sidebar: true });
  await showView(page, 'Left behind');
  await expect(page.getByRole('list', { name: 'Held' })).toContainText('open socket to wss://');
  // In place of a pattern that forgets to close: none of this lab does.
  await preview(page)
    .locator('body')
    .evaluate((_, storyId) => Reflect.construct(WebSocket, [`wss://lab.test/${storyId}`]), STORY);
  await expect(page.getByRole('tab', { name: 'WebSocket 2' })).toBeVisible();
  await page.getByRole('tab', { name: /^Controls/ }).click();
  await flip(page, 'mounted');
  await page.getByRole('tab', { name: /^WebSocket 1/ }).click();
  await expect(page.getByLabel('1 left behind')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Left behind' })).toContainText('open socket');
  await showView(page, 'States');
  await expect(page.getByRole('img', { name: /^Now (open|closed)/ })).toHaveCount(2);
  await showView(page, 'Sequence');
  await expect(page.getByRole('list', { name: 'Sequence' })).toContainText('101 Switching');

  // In the panel first.
  await showView(page, 'Drive');
  const latency = page.getByRole('slider', { name: 'Latency in ms' });
  const stream = page.getByRole('slider', { name: 'Messages a second' });
  const code = page.getByRole('combobox', { name: 'Code', exact: true });
  const reason = page.getByRole('textbox', { name: 'Reason', exact: true });
  await latency.fill('500');
  await stream.fill('3');
  await code.fill('');
  await expect(reason).toBeDisabled();
  await code.fill('4321');
  await reason.fill('back soon');
  await verb(page, 'close').click();
  await showView(page, 'Timeline');
  await page.getByRole('searchbox', { name: 'Content' }).fill('/./');
  await page.getByRole('tab', { name: /^Controls/ }).click();
  await expect(control(page, 'latencyMs').getByRole('slider')).toHaveValue('500');
  await expect(control(page, 'messagesPerSecond').getByRole('slider')).toHaveValue('3');
  await expect(control(page, 'closeCode').getByRole('textbox')).toHaveValue('4321');
  await expect(control(page, 'closeReason').getByRole('textbox')).toHaveValue('back soon');
  await expect(
    control(page, 'serverState').getByRole('radio', { checked: true }),
  ).toHaveAccessibleName('closed');
  // Then in the Controls.
  await control(page, 'latencyMs').getByRole('slider').fill('1000');
  await control(page, 'messagesPerSecond').getByRole('slider').fill('0');
  await write(page, 'closeCode', '1001');
  await write(page, 'closeReason', 'gone');
  await openPanel(page, 'Drive');
  await expect(latency).toHaveValue('1000');
  await expect(stream).toHaveValue('0');
  await expect(code).toHaveValue('1001');
  await expect(reason).toHaveValue('gone');

  await page.getByRole('link', { name: 'Connecting', exact: true }).click();
  await expect(status(page)).toHaveText('connecting');
  await expect(verb(page, 'hold')).toHaveAttribute('aria-pressed', 'true');
  await expect(reason).toHaveValue('');
  await showView(page, 'Timeline');
  await expect(page.getByRole('searchbox', { name: 'Content' })).toHaveValue('/./');
  await expect(timelineRows(page)).toHaveCount(1);
});

test('of several servers, the chosen one is driven, and what is recorded says so', async ({
  page,
}) => {
  await openStory(page, SEVERAL, { sidebar: true });
  const side = (name: string) => preview(page).getByRole('region', { name });
  const statusOf = (name: string) => side(name).getByRole('status');
  const messagesOf = (name: string) => side(name).getByRole('listitem');
  await expect(messagesOf('prices')).toHaveText(['101.25']);
  await openPanel(page, 'Drive');
  const choice = page.getByRole('combobox', { name: 'Server', exact: true });
  await expect(choice.getByRole('option')).toHaveText(['all', 'prices', 'chat']);
  await expect(choice).toHaveValue('');
  await page.getByRole('button', { name: 'Record a play function' }).click();
  await choice.selectOption('chat');
  await verb(page, 'send').click();
  await expect(messagesOf('chat')).toHaveText(['Hello from the server']);
  await verb(page, 'hold').click();
  await expect(verb(page, 'hold')).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('combobox', { name: /^Behaviour/ }).selectOption('acceptsAndEchoes()');

  await choice.selectOption('prices');
  await expect(page.getByRole('combobox', { name: /^Behaviour/ })).toHaveValue('');
  await expect(verb(page, 'accept')).toHaveAttribute('aria-pressed', 'true');
  await verb(page, 'drop').click();
  await expect(statusOf('prices')).toHaveText('closed 1006');
  await expect(statusOf('chat')).toHaveText('open');
  // The other one has a connection, and this one has none left.
  await expect(verb(page, 'send')).toBeDisabled();
  await expect(page.locator('.next-step')).toContainText('The server accepts the next one');
  await choice.selectOption('all');
  await verb(page, 'send').click();
  await expect(messagesOf('chat')).toHaveCount(2);
  await expect(messagesOf('prices')).toHaveText(['101.25']);
  await page.getByRole('button', { name: 'Stop recording' }).click();
  const code = await page.getByLabel('Play function').innerText();
  expect(code.split('\n').map((line) => line.trim())).toEqual([
    "// import { acceptsAndEchoes } from 'react-websocket-lab';",
    'play: async ({ server }) => {',
    'await server.prices.nextConnection();',
    'await server.chat.nextConnection();',
    "await server.chat.send('Hello from the server');",
    'await server.chat.hold();',
    'const undo1 = acceptsAndEchoes()(server.chat);',
    'await server.prices.drop();',
    'await server.prices.nextClose();',
    "await server.send('Hello from the server');",
    '},',
  ]);

  // Another story has one server, and nothing to choose. Then the choice begins again.
  await choice.selectOption('chat');
  await page.getByRole('button', { name: 'HeartbeatSocket.replayed' }).click();
  await page.getByRole('link', { name: 'Replayed', exact: true }).click();
  await expect(verb(page, 'accept')).toBeVisible();
  await expect(choice).toHaveCount(0);
  await page.getByRole('link', { name: 'Two Servers', exact: true }).click();
  await expect(choice).toHaveValue('');
});

test('Warnings says what the lab takes for a mistake, and leads to its pitfall', async ({
  page,
}) => {
  await openStory(page, 'pitfalls-p21-token-in-url--a-login');
  await openPanel(page, 'Warnings');
  await expect(page.getByRole('tab', { name: 'WebSocket 1 warning' })).toBeVisible();
  await expect(page.getByText('The URL of a socket has “token” in it')).toBeVisible();
  await page.getByRole('link', { name: 'See it broken and fixed' }).click();
  await expect(preview(page).locator('.lesson h1')).toHaveText('A token in the URL');
});
