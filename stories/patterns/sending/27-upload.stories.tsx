import type { StoryContext } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { collectsChunks } from '../../../mocks/protocol-servers/collects-chunks.ts';
import { UploadSocket } from '../../../src/patterns/27-upload/UploadSocket.tsx';
import { fresh } from '../../fresh.ts';
import { lesson } from '../../lesson/lesson-page.tsx';
import { SHORT_AGAIN, waitShortAgain } from '../wait-short-again.ts';

const CHUNK_BYTES = 65_536;
const WINDOW_BYTES = 262_144;
const SAMPLE_BYTES = 1_048_576;
const inbox = fresh(() => collectsChunks({ delayMs: 50 }));
/** Slow enough for a reader to cut the line in the middle. */
const slowInbox = fresh(() => collectsChunks({ delayMs: 400 }));
const smallInbox = fresh(() => collectsChunks({ limitBytes: 1_000_000 }));
const strictInbox = fresh(() => collectsChunks({ limitMessage: 32_768 }));

const meta = preview.meta({
  component: UploadSocket,
  args: {
    url: 'wss://lab.test',
    chunkBytes: CHUNK_BYTES,
    windowBytes: WINDOW_BYTES,
    random: () => 0,
  },
  parameters: { ...lesson('27-upload'), server: { behaviour: inbox.behaviour } },
});

type Canvas = StoryContext['canvas'];

const press = (canvas: Canvas, name: string) => canvas.getByRole('button', { name });
/** What of the file is there, as it should be: byte n is n divided by 256. */
const isRight = (bytes: Uint8Array) =>
  bytes.every((byte, index) => byte === (Math.floor(index / 256) & 255));
const receivedBytes = (server: StoryContext['server']) =>
  server.received
    .filter((data) => typeof data !== 'string')
    .reduce((sum, { byteLength }) => sum + byteLength - 8, 0);
/** Resolves when the server has some of the file, and not all of it. */
const untilHalf = () =>
  waitFor(() => expect(inbox.latest.files[0]?.bytes.length).toBeGreaterThan(SAMPLE_BYTES / 4), {
    interval: 5,
  });

/** Send a file, and cut the line in the middle: it goes on behind what the server has. */
export const Open = meta.story({
  parameters: { server: { behaviour: slowInbox.behaviour } },
  play: async ({ canvas, server, userEvent }) => {
    await canvas.findByText('open');
    await userEvent.click(press(canvas, 'Send 1 MiB'));
    await expect(
      await canvas.findByText('the server has it', undefined, { timeout: 10_000 }),
    ).toBeVisible();
    const [file] = slowInbox.latest.files;
    await expect(file?.bytes).toHaveLength(SAMPLE_BYTES);
    await expect(isRight(file?.bytes ?? new Uint8Array(1))).toBe(true);
    await expect(receivedBytes(server)).toBe(SAMPLE_BYTES);
  },
});

/** A file of the user’s own. */
export const OwnFile = meta.story({
  play: async ({ canvas, userEvent }) => {
    await canvas.findByText('open');
    const file = new File(['content'], 'note.txt');
    await userEvent.upload(canvas.getByLabelText('File'), file);
    await expect(await canvas.findByText('the server has it')).toBeVisible();
    await expect(new TextDecoder().decode(inbox.latest.files[0]?.bytes)).toBe('content');
  },
});

/** The line is cut in the middle: the rest is sent on the next connection, and no more than a window twice. */
export const CutInTheMiddle = meta.story({
  play: async ({ canvas, server, userEvent }) => {
    await canvas.findByText('open');
    await userEvent.click(press(canvas, 'Send 1 MiB'));
    await untilHalf();
    await server.drop();
    await expect(await canvas.findByText('the server has it')).toBeVisible();
    const [file] = inbox.latest.files;
    await expect(file?.bytes).toHaveLength(SAMPLE_BYTES);
    await expect(isRight(file?.bytes ?? new Uint8Array(1))).toBe(true);
    await expect(receivedBytes(server)).toBeLessThanOrEqual(SAMPLE_BYTES + WINDOW_BYTES);
  },
});

/** The server does not answer: no more than a window is on the way, and the progress stands still. */
export const Stalled = meta.story({
  play: async ({ canvas, server, userEvent }) => {
    await canvas.findByText('open');
    await userEvent.click(press(canvas, 'Send 1 MiB'));
    await untilHalf();
    await server.stall();
    await canvas.findByText(/256 KiB are on the way/);
    const shown = canvas.getByRole('figure').textContent;
    await expect(canvas.getByText('on its way')).toBeVisible();
    await expect(shown).not.toContain('has 1024');
    await server.resume();
    await expect(await canvas.findByText('the server has it')).toBeVisible();
  },
});

/** Cancelled: nothing more is sent, and the server forgets what it has. */
export const Cancelled = meta.story({
  play: async ({ canvas, server, userEvent }) => {
    await canvas.findByText('open');
    await userEvent.click(press(canvas, 'Send 1 MiB'));
    await untilHalf();
    await userEvent.click(press(canvas, 'Cancel'));
    await expect(await canvas.findByText('cancelled')).toBeVisible();
    await waitFor(() => expect(inbox.latest.files).toEqual([]));
    await expect(receivedBytes(server)).toBeLessThan(SAMPLE_BYTES);
    await userEvent.click(press(canvas, 'Send 1 MiB'));
    await expect(await canvas.findByText('the server has it')).toBeVisible();
  },
});

/** Another file takes the place of the first, of which nothing is left. */
export const Replaced = meta.story({
  play: async ({ canvas, userEvent }) => {
    await canvas.findByText('open');
    await userEvent.click(press(canvas, 'Send 1 MiB'));
    await untilHalf();
    await userEvent.upload(canvas.getByLabelText('File'), new File(['content'], 'note.txt'));
    await expect(await canvas.findByText('the server has it')).toBeVisible();
    await expect(inbox.latest.files.map(({ total }) => total)).toEqual([7]);
  },
});

/** The server takes shorter files only, and says so. */
export const TooLong = meta.story({
  parameters: { server: { behaviour: smallInbox.behaviour } },
  play: async ({ canvas, userEvent }) => {
    await canvas.findByText('open');
    await userEvent.click(press(canvas, 'Send 1 MiB'));
    await expect(await canvas.findByText('longer than 1000000 bytes')).toBeVisible();
    await expect(canvas.getByRole('status')).toHaveTextContent('open');
  },
});

/** The server closes with 1009, as it takes shorter messages only: the same chunk is not sent again. */
export const ChunkTooBig = meta.story({
  parameters: { server: { behaviour: strictInbox.behaviour } },
  play: async ({ canvas, server, userEvent }) => {
    await canvas.findByText('open');
    await userEvent.click(press(canvas, 'Send 1 MiB'));
    await expect(
      await canvas.findByText('The server does not take chunks of this length (1009).'),
    ).toBeVisible();
    await canvas.findByText('open');
    await expect(server.connections.at(-1)?.received).toEqual([]);
  },
});

/** The same server, and shorter chunks: it takes them. */
export const ShorterChunks = meta.story({
  args: { chunkBytes: 16_384 },
  parameters: { server: { behaviour: strictInbox.behaviour } },
  play: async ({ canvas, userEvent }) => {
    await canvas.findByText('open');
    await userEvent.click(press(canvas, 'Send 1 MiB'));
    await expect(await canvas.findByText('the server has it')).toBeVisible();
  },
});

/** Begun while there is no connection: it is sent when there is one. */
export const BegunOffline = meta.story({
  args: { serverState: 'connecting' },
  play: async ({ canvas, server, userEvent }) => {
    await canvas.findByText('connecting');
    await userEvent.click(press(canvas, 'Send 1 MiB'));
    await server.accept();
    await expect(await canvas.findByText('the server has it')).toBeVisible();
  },
});

/** Two handshakes are refused: the second wait is longer. A message proves the line, and the next wait is short. */
export const ShortAgain = meta.story({ ...SHORT_AGAIN, play: waitShortAgain() });

/** Unmounted in the middle: the upload ends with the component. */
export const Unmounted = meta.story({
  play: async ({ canvas, mount, server, userEvent }) => {
    await mount();
    await canvas.findByText('open');
    await userEvent.click(press(canvas, 'Send 1 MiB'));
    await untilHalf();
    await mount(<p>Another page</p>);
    await waitFor(() => expect(server.open).toHaveLength(0));
    await waitFor(() => expect(inbox.latest.files).toEqual([]));
  },
});
