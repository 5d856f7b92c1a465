import { useState } from 'react';
import { expect, fireEvent, fn, waitFor, within } from 'storybook/test';
import preview from '#.storybook/preview';
import { DEFAULT_DRAFT } from '../../addon/panel/model/draft.ts';
import { NO_STATUS, type ServerStatus } from '../../addon/panel/model/status.ts';
import { Drive } from '../../addon/panel/views/drive/Drive.tsx';
import { PanelStage } from './PanelStage.tsx';

const server: ServerStatus = {
  policy: 'accept',
  connecting: 0,
  open: 1,
  closing: 0,
  ended: 0,
  stalled: 0,
};

const PLAY = `play: async ({ server }) => {
  await server.nextConnection();
  await server.refuse(503);
},`;

const meta = preview.meta({
  component: Drive,
  // Panels have no page of their own.
  tags: ['!autodocs'],
  parameters: { layout: 'fullscreen', controls: { disable: true } },
  args: {
    status: { ...NO_STATUS, server },
    onServer: fn(),
    problem: undefined,
    draft: DEFAULT_DRAFT,
    onDraft: fn(),
    close: { code: '1000', reason: '' },
    onClose: fn(),
    onCloseDone: fn(),
    onVerb: fn(),
    formatKeys: (shortcut) => ({ keys: shortcut.join(' '), ariaKeys: shortcut.join('+') }),
    controls: { latencyMs: 500, messagesPerSecond: 0 },
    onControls: fn(),
    behaviours: ['acceptsAndEchoes()', 'streams(10)'],
    onBehaviour: fn(),
    onRemount: fn(),
    recording: { isOn: false, code: '' },
    onRecord: fn(),
    onCopyPlay: fn(),
  },
  render: function Render(args) {
    const [draft, setDraft] = useState(args.draft);
    const onDraft = (change: Partial<typeof draft>) => {
      args.onDraft(change);
      setDraft({ ...draft, ...change });
    };
    const [close, setClose] = useState(args.close);
    const onClose = (field: keyof typeof close, text: string) => {
      args.onClose(field, text);
      setClose({ ...close, [field]: text });
    };
    return (
      <PanelStage view="drive">
        <Drive {...args} draft={draft} onDraft={onDraft} close={close} onClose={onClose} />
      </PanelStage>
    );
  },
});

/** An open connection: what cannot do anything now is off. */
export const Open = meta.story({
  play: async ({ args, canvas, userEvent }) => {
    const enabled = canvas
      .getAllByRole('button')
      .filter((button) => button.matches(".verbs button[aria-disabled='false']"))
      .map(({ textContent }) => textContent);
    await expect(enabled).toEqual([
      ...['accept', 'hold', 'refuse'],
      ...['send', 'close', 'drop', 'fail', 'stall'],
    ]);
    // The mode that is active looks so, and is not off.
    await expect(canvas.getByRole('button', { name: 'accept' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );

    await userEvent.click(canvas.getByRole('button', { name: 'stall' }));
    await expect(args.onVerb).toHaveBeenCalledWith('stall');
    // It does nothing now, and keeps the keyboard's focus.
    const resume = canvas.getByRole('button', { name: 'resume' });
    await userEvent.click(resume);
    await expect(resume).toHaveFocus();
    await expect(args.onVerb).toHaveBeenCalledOnce();
    await userEvent.type(canvas.getByLabelText('Reason'), 'bye');
    await expect(args.onClose).toHaveBeenLastCalledWith('reason', 'bye');
    await expect(args.onCloseDone).not.toHaveBeenCalled();
    await userEvent.tab();
    await expect(args.onCloseDone).toHaveBeenCalledOnce();
    // Any code can be typed; a close without one has no reason.
    const code = canvas.getByRole('combobox', { name: 'Code' });
    await userEvent.clear(code);
    await expect(canvas.getByLabelText('Reason')).toBeDisabled();
    await userEvent.type(code, '4321');
    await expect(args.onClose).toHaveBeenLastCalledWith('code', '4321');
    await expect(canvas.getByLabelText('Reason')).toBeEnabled();
    const latency = canvas.getByLabelText<HTMLInputElement>(/^Latency/);
    latency.focus();
    void fireEvent.change(latency, { target: { value: '1000' } });
    await expect(args.onControls).toHaveBeenCalledWith({ latencyMs: 1_000 });
    // The Control has not followed yet.
    await expect(latency).toHaveValue('1000');
    latency.blur();
    await waitFor(() => expect(latency).toHaveValue('500'));
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: /^Behaviour/ }), 'none');
    await expect(args.onBehaviour).toHaveBeenCalledWith(undefined);
    // With one server there is nothing to choose.
    await expect(canvas.queryByRole('combobox', { name: 'Server' })).toBeNull();
  },
});

/** Several servers, one of them chosen: the verbs are those of this one. The sliders are for all. */
export const OneOfSeveral = meta.story({
  args: {
    status: {
      ...NO_STATUS,
      server: { ...server, policy: 'refuse', ended: 1, behaviour: 'streams(10)' },
      servers: {
        prices: { ...server, policy: 'refuse', open: 0, ended: 1 },
        chat: server,
      },
    },
    chosenServer: 'prices',
  },
  play: async ({ args, canvas, userEvent }) => {
    const choice = canvas.getByRole('combobox', { name: 'Server' });
    await expect(choice).toHaveValue('prices');
    await expect(
      within(choice)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['all', 'prices', 'chat']);
    await expect(canvas.getByText(/the server refuses the next one/)).toBeVisible();
    const send = canvas.getByRole('button', { name: 'send' });
    await expect(send).toHaveAttribute('aria-disabled', 'true');
    await expect(canvas.getByLabelText('Latency in ms, all servers')).toBeVisible();
    // It streams as all of them do, and can do something else besides.
    const behaviour = canvas.getByRole('combobox', { name: /^Behaviour/ });
    await expect(behaviour).toHaveDisplayValue('only streams(10), as for all');
    await userEvent.selectOptions(choice, 'chat');
    await expect(args.onServer).toHaveBeenLastCalledWith('chat');
    await userEvent.selectOptions(choice, 'all');
    await expect(args.onServer).toHaveBeenLastCalledWith(undefined);
  },
});

/** A message of 50 MB would hold up the page for a minute: what is pasted is cut. */
export const LongMessage = meta.story({
  play: async ({ canvas, userEvent }) => {
    const message = canvas.getByLabelText('Message');
    await userEvent.clear(message);
    await userEvent.click(message);
    await userEvent.paste('x'.repeat(200_000));
    await expect(message).toHaveValue('x'.repeat(100_000));
  },
});

/** A handshake that is held, on a story that is recorded; and a verb that could not be done. */
export const Held = meta.story({
  args: {
    status: { ...NO_STATUS, server: { ...server, policy: 'hold', connecting: 1, open: 0 } },
    problem: 'This is not JSON: Unexpected end of input. Fix it, or send it as text.',
    recording: { isOn: true, code: PLAY },
  },
  play: async ({ args, canvas, userEvent }) => {
    for (const [verb, isEnabled] of [
      ['accept', true],
      ['hold', true],
      ['refuse', true],
      ['send', false],
      ['resume', false],
    ] as const) {
      const button = canvas.getByRole('button', { name: verb });
      await expect(button).toHaveAttribute('aria-disabled', String(!isEnabled));
      await expect(button.getAttribute('aria-pressed') === 'true').toBe(verb === 'hold');
    }
    await expect(canvas.getByRole('alert')).toHaveTextContent('This is not JSON');
    await userEvent.click(canvas.getByRole('button', { name: 'Copy' }));
    await expect(args.onCopyPlay).toHaveBeenCalledWith(PLAY);
  },
});

/** No connection is left: what to do next is said, and offered. */
export const Dropped = meta.story({
  args: { status: { ...NO_STATUS, server: { ...server, policy: 'refuse', open: 0, ended: 1 } } },
  play: async ({ args, canvas, userEvent }) => {
    await expect(canvas.getByText(/the server refuses the next one/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Accept the next connection' }));
    await expect(args.onVerb).toHaveBeenCalledWith('accept');
    await userEvent.click(canvas.getByRole('button', { name: 'Remount the pattern' }));
    await expect(args.onRemount).toHaveBeenCalledOnce();
  },
});
