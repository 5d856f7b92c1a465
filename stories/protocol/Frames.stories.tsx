import type { StoryContext } from 'storybook/internal/csf';
import { expect, waitFor, within } from 'storybook/test';
import preview from '#.storybook/preview';
import { EXAMPLES } from './frames/examples.ts';
import { FrameLab } from './frames/FrameLab.tsx';

/** The masking key of the examples in RFC 6455 §5.7. */
const KEY_OF_THE_RFC = 0x37fa213d;

const meta = preview.meta({
  component: FrameLab,
  // No server: a second run with a live one would show the same.
  tags: ['simulated-only'],
  parameters: { controls: { disable: true } },
});

type Canvas = StoryContext['canvas'];

const bytesOf = (canvas: Canvas): HTMLTextAreaElement =>
  canvas.getByRole('textbox', { name: /^Bytes on/ });
const received = (canvas: Canvas) => canvas.getByRole('list', { name: 'Received' });
const frame = async (canvas: Canvas, name: RegExp) =>
  within(await canvas.findByRole('group', { name }));

/**
 * A client's text: masked, so that no page can choose the bytes that a proxy on the way sees. Here
 * with the key of the RFC's example; elsewhere each frame has one of its own.
 */
export const MaskedText = meta.story({
  args: { makeKey: () => KEY_OF_THE_RFC },
  play: async ({ canvas }) => {
    await waitFor(() => expect(bytesOf(canvas)).toHaveValue('81 85 37 fa 21 3d 7f 9f 4d 51 58'));
    await expect(received(canvas)).toHaveTextContent('text “Hello”');
    const diagram = await frame(canvas, /^Frame 1: text, 11 bytes from byte 0$/);
    const names = [
      'FIN 1',
      'RSV1 0',
      'RSV2 0',
      'RSV3 0',
      'Opcode 0001 text',
      'MASK 1',
      'Payload len 0000101 5',
      'Masking-key 37 fa 21 3d 37fa213d',
      'Payload data 7f 9f 4d 51 58 “Hello”',
    ];
    const fields = diagram.getAllByRole('radio');
    await expect(fields).toHaveLength(names.length);
    for (const [i, field] of fields.entries()) {
      await expect(field).toHaveAccessibleName(names[i]);
    }
  },
});

MaskedText.test('is read field by field with the keyboard', async ({ canvas, userEvent }) => {
  const diagram = await frame(canvas, /^Frame 1/);
  bytesOf(canvas).focus();
  await userEvent.tab();
  await expect(diagram.getByRole('radio', { name: 'FIN 1' })).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}');
  await expect(diagram.getByRole('radio', { name: 'Opcode 0001 text' })).toBeChecked();
  await expect(diagram.getByText(/It begins a message of UTF-8 text/)).toHaveTextContent(
    'Opcode, bits 4–7: text. It begins a message of UTF-8 text. RFC 6455 §5.2',
  );
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}');
  await expect(diagram.getByRole('radio', { name: /^Payload data/ })).toHaveFocus();
});

MaskedText.test('follows the message, the direction and the kind', async (context) => {
  const { canvas, userEvent } = context;
  await userEvent.type(canvas.getByLabelText('Message'), '!');
  await waitFor(() => expect(received(canvas)).toHaveTextContent('text “Hello!”'));
  await userEvent.click(canvas.getByLabelText(/^server to client/));
  await waitFor(() => expect(bytesOf(canvas)).toHaveValue('81 06 48 65 6c 6c 6f 21'));
  await userEvent.selectOptions(canvas.getByLabelText('Kind'), 'ping');
  await waitFor(() => expect(received(canvas)).toHaveTextContent('It answers with a pong'));
  await userEvent.selectOptions(canvas.getByLabelText('Kind'), 'pong');
  await waitFor(() => expect(received(canvas)).toHaveTextContent('pong: 6 bytes'));
  await userEvent.selectOptions(canvas.getByLabelText('Kind'), 'close');
  await waitFor(() =>
    expect(received(canvas)).toHaveTextContent('close 1000 Normal Closure, “Hello!”'),
  );
  await userEvent.clear(canvas.getByLabelText('Code'));
  await userEvent.type(canvas.getByLabelText('Code'), '1006');
  await expect(await canvas.findByRole('alert')).toHaveTextContent('1006 may not be sent');
});

/** The same letters again and again take little room with permessage-deflate: RSV1 is 1. */
export const Compressed = meta.story({
  args: {
    startWith: {
      kind: 'text',
      text: 'tick ',
      times: 100,
      fragmentBytes: undefined,
      closeCode: undefined,
    },
    wire: { sender: 'server', deflate: true },
  },
  play: async ({ canvas, userEvent }) => {
    const diagram = await frame(canvas, /^Frame 1: text, \d\d bytes from byte 0$/);
    await expect(diagram.getByRole('radio', { name: 'RSV1 1' })).toBeInTheDocument();
    await expect(received(canvas)).toHaveTextContent(/^text “(tick ){16}…”, 500 characters$/);
    await userEvent.click(canvas.getByLabelText(/^permessage-deflate/));
    const plain = await frame(canvas, /^Frame 1: text, 504 bytes from byte 0$/);
    await expect(plain.getByRole('radio', { name: 'RSV1 0' })).toBeInTheDocument();
    await expect(plain.getByRole('radio', { name: 'Payload len 1111110 126' })).toBeInTheDocument();
  },
});

/** A message in three frames: text, continuation, continuation with FIN. */
export const Fragmented = meta.story({
  args: {
    startWith: {
      kind: 'text',
      text: 'Hello, you',
      times: 1,
      fragmentBytes: 4,
      closeCode: undefined,
    },
  },
  play: async ({ canvas, userEvent }) => {
    for (const [name, fin] of [
      [/^Frame 1: text, 10 bytes from byte 0$/, 'FIN 0'],
      [/^Frame 2: continuation, 10 bytes from byte 10$/, 'FIN 0'],
      [/^Frame 3: continuation, 8 bytes from byte 20$/, 'FIN 1'],
    ] as const) {
      await expect((await frame(canvas, name)).getByRole('radio', { name: fin })).toBeChecked();
    }
    await expect(received(canvas)).toHaveTextContent(/^text “Hello, you”$/);
    await userEvent.clear(canvas.getByLabelText('Bytes in each frame'));
    await userEvent.type(canvas.getByLabelText('Bytes in each frame'), '0');
    await expect(await canvas.findByRole('alert')).toHaveTextContent('room for at least one byte');
    await userEvent.type(canvas.getByLabelText('Bytes in each frame'), '{Backspace}4');
    await canvas.findByRole('group', { name: /^Frame 3/ });
    const all = bytesOf(canvas).value;
    await userEvent.clear(bytesOf(canvas));
    await userEvent.paste(all.slice(0, -3));
    await expect(await canvas.findByRole('group', { name: /^Frame 3.*, cut$/ })).toBeVisible();
    await expect(received(canvas)).toHaveTextContent('Nothing yet');
  },
});

/** Over 65,535 bytes: a length of 64 bits. Only the start of the payload is shown. */
export const Long = meta.story({
  args: {
    startWith: {
      kind: 'binary',
      text: 'x',
      times: 70_000,
      fragmentBytes: undefined,
      closeCode: undefined,
    },
  },
  play: async ({ canvas }) => {
    const diagram = await frame(canvas, /^Frame 1: binary, 70,014 bytes/);
    await expect(
      diagram.getByRole('radio', { name: 'Extended payload length 00 00 00 00 00 01 11 70 70000' }),
    ).toBeInTheDocument();
    await expect(received(canvas)).toHaveTextContent(/^binary: 70,000 bytes, (78 ){24}…$/);
    await expect(bytesOf(canvas)).toHaveAttribute('readonly');
    await expect(bytesOf(canvas).value.length).toBeLessThan(200);
  },
});

async function choose(
  { canvas, userEvent }: Pick<StoryContext, 'canvas' | 'userEvent'>,
  name: string,
  words: string,
): Promise<void> {
  await userEvent.selectOptions(canvas.getByLabelText(/^Or start from/), name);
  await waitFor(() => expect(received(canvas)).toHaveTextContent(words));
}

/** Bytes to paste: the examples of the standards, and what breaks a rule. Here a reserved opcode. */
export const Pasted = meta.story({
  play: (context) => choose(context, 'broken: a reserved opcode', 'text “hi”'),
});

Pasted.test('reads the examples of the standards, and refuses what is broken', async (context) => {
  // Not two after each other that are received as the same.
  const examples = [
    ['RFC 6455 §5.7: text', 'text “Hello”'],
    ['RFC 6455 §5.7: ping', 'ping: 5 bytes, 48 65 6c 6c 6f. It answers'],
    ['RFC 6455 §5.7: masked text', 'text “Hello”'],
    ['RFC 6455 §5.7: masked pong', 'pong: 5 bytes, 48 65 6c 6c 6f'],
    ['RFC 6455 §5.7: fragments', 'text “Hello”'],
    ['a ping between two fragments', 'ping: no bytes'],
    ['broken: a client that does not mask', 'must be masked. (RFC 6455 §5.1)'],
    ['RFC 7692 §7.2.3.1: compressed text', 'text “Hello”'],
    ['broken: text that is not UTF-8', '1007 Invalid Payload Data'],
    ['broken: a promise of 2^63 bytes', 'must be 0. (RFC 6455 §5.2)'],
    ['broken: close code 1006', 'It closes with 1002 Protocol Error'],
  ] as const;
  for (const [name, words] of examples) {
    await choose(context, name, words);
    await expect(context.canvas.getByLabelText(/^Or start from/)).toHaveDisplayValue(name);
  }
  // And the one that the story shows.
  await expect(examples).toHaveLength(EXAMPLES.length - 1);
});

Pasted.test('shows which frame was refused, and by which rule', async ({ canvas }) => {
  await expect(
    canvas.getByRole('group', { name: /^Frame 1: text, 4 bytes from byte 0$/ }),
  ).toBeVisible();
  await expect(
    canvas.getByRole('group', { name: /^Frame 2: reserved, 2 bytes from byte 4, refused$/ }),
  ).toBeVisible();
  await expect(received(canvas)).toHaveTextContent(
    'Refused: Opcodes 3–7 and 11–15 are reserved. (RFC 6455 §5.2) It closes with 1002 Protocol Error.',
  );
});

Pasted.test('shows the start and the end of what is long', async ({ canvas, userEvent }) => {
  await userEvent.clear(bytesOf(canvas));
  await userEvent.paste('8900'.repeat(2_000) + '8300');
  await expect(await canvas.findByText('… and 1,989 more frames.')).toBeVisible();
  await expect(received(canvas)).toHaveTextContent(/… 1,988 more, then Refused: Opcodes/);
});

Pasted.test('says what is not hexadecimal', async ({ canvas, userEvent }) => {
  await userEvent.clear(bytesOf(canvas));
  await userEvent.paste('81 0');
  await expect(await canvas.findByRole('alert')).toHaveTextContent('digits is odd (3)');
  await userEvent.type(bytesOf(canvas), 'g');
  await expect(await canvas.findByRole('alert')).toHaveTextContent(
    '“g” is not a hexadecimal digit',
  );
  await expect(bytesOf(canvas)).toBeInvalid();
});
