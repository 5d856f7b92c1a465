import { expect, fn } from 'storybook/test';
import preview from '#.storybook/preview';
import { Replay } from '../../addon/panel/views/replay/Replay.tsx';
import { PanelStage } from './PanelStage.tsx';

const SUMMARY = {
  socketCount: 2,
  sockets: [
    {
      url: 'wss://shop.example/live?room=7',
      inCount: 200,
      outCount: 3,
      seconds: '61.3',
      end: 'closed, 1012 restart',
    },
    {
      url: 'wss://shop.example/live?room=7',
      inCount: 12,
      outCount: 0,
      seconds: '4.0',
      end: 'not recorded: it stays open',
    },
  ],
  cutCount: 2,
};

const meta = preview.meta({
  component: Replay,
  // Panels have no page of their own.
  tags: ['!autodocs'],
  parameters: { layout: 'fullscreen', controls: { disable: true } },
  args: {
    isReading: false,
    canReplay: true,
    onImport: fn(),
    onTakeTimeline: fn(),
    onReplay: fn(),
    onStop: fn(),
    onSave: fn(),
    onCopy: fn(),
  },
  render: (props) => (
    <PanelStage view="replay">
      <Replay {...props} />
    </PanelStage>
  ),
});

/** Before there is a recording: a file can be chosen or dropped, or the timeline taken. */
export const NothingYet = meta.story({
  play: async ({ args, canvas, userEvent }) => {
    const file = new File(['{}'], 'shop.har', { type: 'application/json' });
    await userEvent.upload(canvas.getByLabelText('Import a HAR'), file);
    await expect(args.onImport).toHaveBeenCalledWith(file, 'shop.har');
    await userEvent.click(canvas.getByRole('button', { name: 'Take the timeline' }));
    await expect(args.onTakeTimeline).toHaveBeenCalledOnce();
    await expect(canvas.queryByRole('button', { name: 'Save as story' })).not.toBeInTheDocument();
  },
});

/** What has been read: its sockets, and what is missing in it. */
export const Read = meta.story({
  args: { name: 'shop.har', summary: SUMMARY },
  play: async ({ args, canvas, userEvent }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('shop.har is read.');
    await expect(canvas.getAllByRole('row')).toHaveLength(3);
    await expect(canvas.getByText(/^2 messages were cut/)).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Stop replaying' })).toBeDisabled();
    await userEvent.click(canvas.getByRole('button', { name: 'Replay in this story' }));
    await expect(args.onReplay).toHaveBeenCalledOnce();
    await userEvent.click(canvas.getByRole('button', { name: 'Save as story' }));
    await expect(args.onSave).toHaveBeenCalledOnce();
    await userEvent.click(canvas.getByRole('button', { name: 'Copy story' }));
    await expect(args.onCopy).toHaveBeenCalledOnce();
  },
});

/** A replay that is under way, and what the page does otherwise. */
export const UnderWay = meta.story({
  args: {
    name: 'shop.har',
    summary: { ...SUMMARY, socketCount: 60, cutCount: 0 },
    status: {
      sentCount: 12,
      messageCount: 212,
      differenceCount: 4,
      differences: [
        {
          what: 'another message',
          socket: 1,
          message: 2,
          recorded: '{"buy":1}',
          sent: '{"buy":2}',
        },
        { what: 'no message', socket: 1, message: 3, recorded: 'bye' },
        { what: 'an early end', socket: 2 },
        { what: 'one connection more', socket: 3, sent: 'wss://lab.test/chat' },
      ],
    },
  },
  play: async ({ args, canvas, userEvent }) => {
    await expect(canvas.getByText(/^12 of 212 messages sent. 4 differences:/)).toBeVisible();
    await expect(
      canvas.getByText(/^Socket 1, message 2: the page has sent something/),
    ).toBeVisible();
    await expect(canvas.getByText('now: {"buy":2}')).toBeInTheDocument();
    await expect(canvas.getByText(/^Connection 3: /)).toBeInTheDocument();
    await expect(canvas.getByText(/first 2 of 60 sockets/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Stop replaying' }));
    await expect(args.onStop).toHaveBeenCalledOnce();
  },
});

/** A file that cannot be replayed says which field is wrong, and what to do. */
export const BadFile = meta.story({
  args: {
    name: 'shop.har',
    problem:
      'This file cannot be replayed. log.entries[3]._webSocketMessages[0].time: Invalid type: Expected number but received "noon". Take a HAR that this panel has exported, or one that Chrome’s DevTools have saved: Network, Export HAR.',
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent('_webSocketMessages[0].time');
  },
});

/** A story without a `url` has no server: what is read can still be saved as a story of another one. */
export const WithoutServer = meta.story({
  args: { name: 'shop.har', summary: SUMMARY, canReplay: false },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Replay in this story' })).toBeDisabled();
    await expect(canvas.getByText(/^This story has no server/)).toBeInTheDocument();
  },
});
