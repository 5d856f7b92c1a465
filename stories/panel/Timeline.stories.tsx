import { useState } from 'react';
import { expect, fn, waitFor, within } from 'storybook/test';
import preview from '#.storybook/preview';
import {
  binary,
  closed,
  failed,
  made,
  opened,
  stateAfter,
  text,
} from '../../addon/panel/model/testing.ts';
import { NO_FILTER } from '../../addon/panel/model/filter.ts';
import { Timeline } from '../../addon/panel/views/timeline/Timeline.tsx';
import { PanelStage } from './PanelStage.tsx';

const JSON_TEXT = '{"order":7,"lines":[{"item":"tea"}],"paid":true}';

const meta = preview.meta({
  component: Timeline,
  // Panels have no page of their own.
  tags: ['!autodocs'],
  parameters: { layout: 'fullscreen', controls: { disable: true } },
  args: {
    rows: stateAfter([
      made(1, 0),
      ...opened(1, 20),
      text(1, 50, 'out', JSON_TEXT),
      text(1, 60, 'in', 'thank you'),
      binary(1, 80, 'in', [0, 1, 0x48, 0x69]),
      ...closed(1, 90, 1012, 'restart'),
      made(2, 100),
      ...failed(2, 120),
    ]).rows,
    goneCount: 0,
    filter: NO_FILTER,
    onFilter: fn(),
    detailsPercent: 45,
    onResize: fn(),
    onCopy: fn(),
    onExport: fn(),
    onClear: fn(),
  },
  render: function Render(args) {
    const [filter, setFilter] = useState(args.filter);
    return (
      <PanelStage view="timeline">
        <Timeline {...args} filter={filter} onFilter={setFilter} />
      </PanelStage>
    );
  },
});

/** Filters by direction, kind and text; a bad expression is answered in words. */
export const Filtered = meta.story({
  play: async ({ canvas, userEvent }) => {
    const rows = () => canvas.getByRole('listbox', { name: 'Events' });
    const options = () => within(rows()).getAllByRole('option');
    await expect(options()).toHaveLength(10);
    await userEvent.selectOptions(canvas.getByLabelText('Direction'), 'out');
    await expect(options()).toHaveLength(3);
    await userEvent.selectOptions(canvas.getByLabelText('Direction'), 'both');
    await userEvent.selectOptions(canvas.getByLabelText('Kind'), 'binary');
    await expect(options()[0]).toHaveAccessibleName(
      '0.080 s socket #1 from the server binary 4 B ..Hi',
    );
    await userEvent.selectOptions(canvas.getByLabelText('Kind'), 'all');
    await userEvent.click(canvas.getByLabelText('Content'));
    await userEvent.paste('/THANK|tea/i');
    await canvas.findByText('2 of 10 shown');
    await expect(options()).toHaveLength(2);
    await userEvent.clear(canvas.getByLabelText('Content'));
    await userEvent.paste('/(/');
    await expect(canvas.getByRole('alert')).toHaveTextContent('Unterminated group');
    await expect(options()).toHaveLength(10);
  },
});

/** An expression that would take for ever is stopped, and everything is shown. */
export const StoppedExpression = meta.story({
  args: {
    rows: stateAfter([made(1, 0), ...opened(1, 20), text(1, 50, 'in', `${'a'.repeat(60)}!`)]).rows,
    filter: { ...NO_FILTER, text: '/^(a+)+$/' },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent('1 s and was stopped');
    const rows = within(canvas.getByRole('listbox', { name: 'Events' }));
    await waitFor(() => expect(rows.getAllByRole('option')).toHaveLength(3));
  },
});

/** JSON keeps what was written: large numbers, repeated keys. */
export const JsonAsWritten = meta.story({
  args: {
    rows: stateAfter([
      made(1, 0),
      ...opened(1, 20),
      text(1, 50, 'in', '{"id":9007199254740993,"far":1e999,"id":2}'),
    ]).rows,
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('option', { name: /9007199254740993/ }));
    const details = await canvas.findByRole('region', { name: 'Details' });
    for (const words of ['id: 9007199254740993', 'far: 1e999', 'id: 2']) {
      await expect(
        within(details).getByText((_, node) => node?.textContent === words),
      ).toBeVisible();
    }
  },
});

/** By keyboard: a row opens to its whole content and its frame. */
export const Details = meta.story({
  play: async ({ args, canvas, userEvent }) => {
    canvas.getByRole('listbox', { name: 'Events' }).focus();
    await userEvent.keyboard('{ArrowDown>3/}');
    const details = await canvas.findByRole('region', { name: 'Details' });
    await expect(details).toHaveTextContent('order: 7');
    await expect(details).toHaveTextContent('paid: true');
    // 0x81: FIN and text. 0xb0: masked, 48 bytes (RFC 6455 §5.2).
    await expect(details).toHaveTextContent('00000000 81 b0 37 fa 21 3d');
    await userEvent.keyboard('{Control>}c{/Control}');
    await expect(args.onCopy).toHaveBeenCalledWith(3);
    await userEvent.keyboard('{End}{ArrowUp>3/}');
    await expect(canvas.getByRole('region', { name: 'Details' })).toHaveTextContent(
      '1012 Service RestartThe server is restarting.',
    );
    canvas.getByRole('separator').focus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect(args.onResize).toHaveBeenCalledWith(50);
  },
});

/** 100,000 rows: only those in sight are in the document. */
export const HundredThousand = meta.story({
  args: {
    rows: stateAfter([
      made(1, 0),
      ...opened(1, 0),
      ...Array.from({ length: 99_998 }, (_, at) => text(1, at, 'in', `message ${at}`)),
    ]).rows,
    goneCount: 5_000,
  },
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByText(/^100000 shown, 5000 older ones/)).toBeVisible();
    const list = canvas.getByRole('listbox', { name: 'Events' });
    await within(list).findByRole('option', { name: /message 99997$/ });
    list.focus();
    await userEvent.keyboard('{Home}');
    await within(list).findByRole('option', { name: /connect/ });
    await expect(within(list).getAllByRole('option').length).toBeLessThan(100);
  },
});
