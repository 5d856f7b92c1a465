import * as v from 'valibot';
import { expect, waitFor, within } from 'storybook/test';
import preview from '#.storybook/preview';
import { ledger } from '../../../mocks/ledger.ts';
import type { ChatEvent } from '../../../src/patterns/06-schema/chat-event.ts';
import { ParsedMessages } from '../../../src/patterns/06-schema/ParsedMessages.tsx';
import { lesson } from '../../lesson/lesson-page.tsx';

const meta = preview.meta({
  component: ParsedMessages,
  args: { url: 'wss://lab.test' },
  parameters: lesson('06-schema'),
});

const said = (text: string) => JSON.stringify({ type: 'said', by: 'Ada', text });

/** Good messages are shown as what the schema returns. */
export const Good = meta.story({
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    await server.send(said('hello'));
    await server.send('{"type":"left","by":"Ada"}');
    await expect(await canvas.findByText('Ada: hello')).toBeVisible();
    await expect(await canvas.findByText('Ada has left')).toBeVisible();
    await expect(within(canvas.getByLabelText('Rejected')).queryByRole('listitem')).toBeNull();
  },
});

/** Each bad message is counted with its reason. Good ones before and after are shown, and nothing throws. */
export const GoodAndBad = meta.story({
  play: async ({ canvas, id, server }) => {
    const thrown: unknown[] = [];
    const onError = ({ error }: ErrorEvent) => thrown.push(error);
    window.addEventListener('error', onError);
    try {
      await canvas.findByText('open');
      await server.send(said('before'));
      await server.send('<html>502</html>');
      await server.send('{"type":"said","by":"Ada","text":7}');
      await server.send('{"type":"said"}');
      await server.send('{"type":"joined","by":"Ada"}');
      await server.send(new TextEncoder().encode(said('as bytes')));
      await server.send(said('after'));
      await canvas.findByText('Ada: after');
    } finally {
      window.removeEventListener('error', onError);
    }
    await expect(thrown).toEqual([]);
    const counts = ['not JSON', 'wrong shape', 'unknown type', 'binary'].map((reason) =>
      Number(canvas.getByLabelText(reason).textContent),
    );
    await expect(counts).toEqual([1, 2, 1, 1]);
    const shown = within(canvas.getByLabelText('Messages')).getAllByRole('listitem');
    await expect(shown.map(({ textContent }) => textContent)).toEqual([
      'Ada: after',
      'Ada: before',
    ]);
    await expect(canvas.getByRole('status')).toHaveTextContent('open');
    const states = ledger.sockets.filter(({ storyId }) => storyId === id).at(-1)?.state;
    await expect(states).toBe('open');
  },
});

/** A newer server sends a type that this page does not know: it is counted, and the chat goes on. */
export const NewerServer = meta.story({
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    for (const type of ['typing', 'reacted'])
      await server.send(JSON.stringify({ type, by: 'Ada' }));
    await server.send(said('still here'));
    await expect(await canvas.findByText('Ada: still here')).toBeVisible();
    await expect(canvas.getByLabelText('unknown type')).toHaveTextContent(/^2$/);
    await expect(canvas.getByText(/reacted.*type must be/)).toBeVisible();
  },
});

/** The same with a schema of valibot, which also makes something of the message: it trims the text. */
export const WithValibot = meta.story({
  args: {
    schema: v.variant('type', [
      v.object({ type: v.literal('said'), by: v.string(), text: v.pipe(v.string(), v.trim()) }),
      v.object({ type: v.literal('left'), by: v.string() }),
    ]) satisfies v.GenericSchema<ChatEvent>,
  },
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    await server.send(said('   hello   '));
    await server.send('{"type":"joined","by":"Ada"}');
    await server.send('{"type":"left"}');
    await waitFor(() => expect(canvas.getByLabelText('wrong shape')).toHaveTextContent(/^1$/));
    await expect(canvas.getByText('Ada: hello').textContent).toBe('Ada: hello');
    await expect(canvas.getByLabelText('unknown type')).toHaveTextContent(/^1$/);
  },
});
