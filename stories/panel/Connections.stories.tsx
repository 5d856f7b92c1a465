import { expect } from 'storybook/test';
import preview from '#.storybook/preview';
import { closed, failed, made, opened, stateAfter, text } from '../../addon/panel/model/testing.ts';
import { LeftBehind } from '../../addon/panel/views/left-behind/LeftBehind.tsx';
import { Unanswered as UnansweredSockets } from '../../addon/panel/views/Unanswered.tsx';
import { Warnings } from '../../addon/panel/views/warnings/Warnings.tsx';
import { Sequence } from '../../addon/panel/views/sequence/Sequence.tsx';
import { States } from '../../addon/panel/views/states/States.tsx';
import { PanelStage } from './PanelStage.tsx';

/** One that was closed, one that was refused, one that was lost, one that is open. */
const { rows, sockets } = stateAfter([
  made(1, 0),
  ...opened(1, 20),
  text(1, 50, 'out', 'hello'),
  text(1, 60, 'in', 'hello yourself'),
  ...closed(1, 90, 1001, 'bye'),
  made(2, 100),
  ...failed(2, 120),
  made(3, 200),
  ...opened(3, 210),
  ...failed(3, 220),
  made(4, 300),
  ...opened(4, 310),
]);

const meta = preview.meta({
  // Panels have no page of their own.
  tags: ['!autodocs'],
  parameters: { layout: 'fullscreen', controls: { disable: true } },
});

/** Lost and refused connections are shown as such. */
export const SequenceDiagram = meta.story({
  render: () => (
    <PanelStage view="sequence">
      <Sequence rows={rows} />
    </PanelStage>
  ),
  play: async ({ canvas }) => {
    const drawn = canvas
      .getAllByRole('listitem')
      .map(({ dataset, textContent }) => [dataset['to'], dataset['fate'], textContent].join(' '));
    await expect(drawn[0]).toMatch(/^server arrived .*GET, Upgrade: websocket$/);
    await expect(drawn[1]).toMatch(/^page arrived .*101 Switching Protocols$/);
    await expect(drawn.slice(5, 7).join()).toMatch(
      /page arrived .*Close 1001 Going Away: bye,server arrived .*Close 1001/,
    );
    await expect(drawn[9]).toMatch(/^page refused .*no connection, 1006/);
    await expect(drawn.at(-3)).toMatch(/^page lost .*connection lost, 1006/);
  },
});

/** The current state lit, each way with how often it was taken. */
export const StateMachines = meta.story({
  render: () => (
    <PanelStage view="states">
      <States sockets={sockets} patternStatus="reconnecting" />
    </PanelStage>
  ),
  play: async ({ canvas }) => {
    const words = canvas.getAllByRole('img').map((image) => image.getAttribute('aria-label'));
    await expect(words).toEqual([
      'Now open. connecting → open: 1.',
      'Now closed. connecting → open: 1, open → closed: 1.',
      'Now closed. connecting → closed: 1.',
      'Now closed. connecting → open: 1, open → closing: 1, closing → closed: 1.',
    ]);
    const weights = (state: string) =>
      canvas.getAllByText(state).map((element) => getComputedStyle(element).fontWeight);
    await expect(weights('OPEN')).toEqual(['600', '400', '400', '400']);
    await expect(weights('CLOSED')).toEqual(['400', '600', '600', '600']);
    await expect(canvas.getByText('reconnecting')).toBeVisible();
  },
});

/** What is held after the pattern has left the page is a leak. */
export const Leak = meta.story({
  render: () => (
    <PanelStage view="left-behind">
      <LeftBehind
        status={{
          openSockets: 1,
          servers: {},
          unanswered: [],
          isMounted: false,
          warnings: [],
          held: [
            {
              what: 'open socket to wss://lab.test/chat',
              stack: 'Error\n    at connect (/src/patterns/Chat.tsx:12:20)',
            },
            {
              what: 'setInterval of 5000 ms',
              stack: 'Error\n    at start (/src/patterns/Chat.tsx:20:5)',
            },
          ],
        }}
      />
    </PanelStage>
  ),
  play: async ({ canvas, userEvent }) => {
    const status = canvas.getByRole('status');
    await expect(status).toHaveTextContent('left 2 things behind');
    // Red, in light and in dark.
    const { color } = getComputedStyle(status);
    await expect(['rgb(197, 34, 31)', 'rgb(255, 143, 135)']).toContain(color);
    await userEvent.click(canvas.getByText('open socket to wss://lab.test/chat'));
    await expect(canvas.getByText(/Chat.tsx:12:20/)).toBeVisible();
  },
});

/** What no server answers is named above each view, with what to write in the story. */
export const Unanswered = meta.story({
  render: () => (
    <PanelStage
      view="states"
      notice={
        <UnansweredSockets
          sockets={[
            { url: 'wss://api.example.com/live?token=1', isRefused: false },
            { url: 'wss://chat.example.com/', isRefused: true },
          ]}
        />
      }
    >
      <p>…</p>
    </PanelStage>
  ),
  play: async ({ canvas }) => {
    const notice = canvas.getByRole('status');
    await expect(notice).toHaveTextContent(
      "url: { api: 'wss://api.example.com/*', chat: 'wss://chat.example.com/*' }",
    );
    const lines = canvas.getAllByRole('listitem').map(({ textContent }) => textContent);
    await expect(lines).toEqual([
      'wss://api.example.com/live?token=1 went to the network',
      'wss://chat.example.com/ was refused',
    ]);
  },
});

/** What the lab takes for a mistake, each with the page that shows it, where this Storybook has that page. */
export const Mistakes = meta.story({
  render: () => (
    <PanelStage view="warnings">
      <Warnings
        findPage={(pitfall) => (pitfall === 'p21-token-in-url' ? './?path=/docs/p21' : undefined)}
        warnings={[
          {
            kind: 'token',
            text: 'The URL of a socket has “token” in it.',
            pitfall: 'p21-token-in-url',
          },
          { kind: 'loop', text: '6 attempts to connect in 5 s.', pitfall: 'p08-reset-on-open' },
        ]}
      />
    </PanelStage>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('2 mistakes');
    await expect(canvas.getAllByRole('listitem')).toHaveLength(2);
    await expect(canvas.getAllByRole('link')).toHaveLength(1);
    await expect(canvas.getByRole('link')).toHaveAttribute('href', './?path=/docs/p21');
  },
});

/** Nothing has been seen: the view says what it looks for. */
export const NoMistakes = meta.story({
  render: () => (
    <PanelStage view="warnings">
      <Warnings findPage={() => undefined} warnings={[]} />
    </PanelStage>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('The lab has seen no mistake');
    await expect(canvas.queryAllByRole('listitem')).toEqual([]);
  },
});
