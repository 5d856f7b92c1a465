/** StrictMode mounts what is put on the page twice: two sockets are made, and one is left open. */
import type { FrameLocator, Page } from 'playwright';
import { describe } from 'vitest';
import {
  expect,
  flip,
  openAlone,
  openStory,
  preview,
  readyStates,
  recordSockets,
  test,
} from './lab.ts';

const COMPONENT = 'patterns-basics-01-use-effect';
const OPEN = `${COMPONENT}--open`;
const ON = 'strictMode:on';
const ONCE = [WebSocket.OPEN];
const TWICE = [WebSocket.CLOSED, WebSocket.OPEN];

test.beforeAll(({ tab: { page } }) => recordSockets(page));

async function expectSockets(place: FrameLocator | Page, states: number[], story = OPEN) {
  await expect.poll(() => readyStates(place, story)).toEqual(states);
}

describe.for(['built', 'dev'] as const)('%s', (kind) => {
  test('by the globals of a story', async ({ page, findUrl }) => {
    const story = `${COMPONENT}--strict-mode-on`;
    await openStory(page, story, { url: await findUrl(kind) });
    await expectSockets(preview(page), TWICE, story);
  });

  test('by the address, and after the pattern has left the page', async ({ page, findUrl }) => {
    await openStory(page, OPEN, { url: await findUrl(kind), globals: ON });
    await expectSockets(preview(page), TWICE);
    await flip(page, 'mounted');
    await expectSockets(preview(page), [3, 3]);
    await flip(page, 'mounted');
    await expectSockets(preview(page), [3, 3, ...TWICE]);
  });

  test('by the address, without the lab around the story', async ({ page, findUrl }) => {
    await openAlone(page, 'story', OPEN, { url: await findUrl(kind), globals: ON });
    await expectSockets(page, TWICE);
  });

  test('by the toolbar, and in the next story', async ({ page, findUrl }) => {
    await openStory(page, OPEN, { url: await findUrl(kind), sidebar: true });
    await expectSockets(preview(page), ONCE);
    // It looks switched on only when it is.
    const tool = page.getByRole('toolbar').getByRole('switch', { name: /^StrictMode/ });
    await expect(tool).toHaveText('StrictMode off');
    await expect(tool).not.toBeChecked();
    await tool.click();
    await expect(tool).toHaveText('StrictMode on');
    await expect(tool).toBeChecked();
    await expectSockets(preview(page), [3, ...TWICE]);
    await page.getByRole('link', { name: 'Connecting', exact: true }).click();
    const { CLOSED, CONNECTING } = WebSocket;
    await expectSockets(preview(page), [CLOSED, CONNECTING], `${COMPONENT}--connecting`);
    await tool.click();
    await expectSockets(preview(page), [CLOSED, CLOSED, CONNECTING], `${COMPONENT}--connecting`);
  });

  test('on a Docs page', async ({ page, findUrl }) => {
    await openAlone(page, 'docs', `${COMPONENT}--docs`, { url: await findUrl(kind), globals: ON });
    await expectSockets(page, TWICE);
    // And for the next scenario on the same stage.
    await page
      .getByRole('region', { name: 'Scenarios' })
      .getByRole('button', { name: 'Messages' })
      .click();
    await expectSockets(page, TWICE, `${COMPONENT}--messages`);
  });
});
