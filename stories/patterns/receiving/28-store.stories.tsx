import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { forEachConnection, type Behaviour } from '../../../mocks/behaviour.ts';
import { repeat } from '../../../mocks/clock.ts';
import { TopicStore } from '../../../src/patterns/28-store/TopicStore.tsx';
import { lesson } from '../../lesson/lesson-page.tsx';

const TOPICS = 50;
const about = (topic: number, value: unknown) => JSON.stringify({ topic: `topic ${topic}`, value });

/** Sends so many messages a second, about fifty topics in turn. */
const streamsTopics = (perSecond: number): Behaviour =>
  forEachConnection((connection) =>
    repeat(perSecond, (count) => {
      if (connection.state === 'open') void connection.send(about((count % TOPICS) + 1, count));
    }),
  );

const meta = preview.meta({
  component: TopicStore,
  args: { url: 'wss://lab.test' },
  parameters: lesson('28-store'),
});

/** What a cell says: its messages, and its renders. */
function countsOf(cell: HTMLElement | undefined): readonly number[] {
  return [...(cell?.textContent ?? '').matchAll(/(\d+) (?:in|renders)/g)].map(([, n]) => Number(n));
}

/** Fifty topics, one message after the other: only the cell that it is about lights up. */
export const Open = meta.story({
  parameters: { server: { behaviour: streamsTopics(20) } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('open')).toBeVisible();
    await expect(await canvas.findByRole('group', { name: 'topic 2' })).toBeVisible();
  },
});

/** Ten messages about one topic: its cell renders for them, and no other cell does. */
export const OneTopic = meta.story({
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    for (const topic of [1, 2]) await server.send(about(topic, 'first'));
    const other = await canvas.findByRole('group', { name: 'topic 2' });
    const before = countsOf(other);
    for (let value = 1; value <= 10; value++) await server.send(about(1, value));
    await waitFor(() =>
      expect(canvas.getByRole('group', { name: 'topic 1' })).toHaveTextContent(/10\s*11 in/),
    );
    // The list renders for a new topic; the cells that it has do not.
    await server.send(about(3, 'first'));
    await canvas.findByRole('group', { name: 'topic 3' });
    await expect(countsOf(other)).toEqual(before);
  },
});

/** 500 messages a second about fifty topics: the cells render a hundredth of what all for each would be. */
export const FiveHundredASecond = meta.story({
  parameters: { server: { behaviour: streamsTopics(500) } },
  play: async ({ canvas }) => {
    await canvas.findByText('open');
    const cells = () => canvas.queryAllByRole('group', { name: /^topic/ });
    await waitFor(() => expect(cells()).toHaveLength(TOPICS));
    await waitFor(() => expect(countsOf(cells().at(-1))[0]).toBeGreaterThanOrEqual(10));
    const counts = cells().map((cell) => countsOf(cell));
    for (const [messages = 0, renders = 0] of counts) {
      await expect(messages).toBeGreaterThan(0);
      // StrictMode counts the first render twice.
      await expect(renders).toBeLessThanOrEqual(messages + 1);
    }
    // Once as it mounts, and twice in StrictMode.
    const whole = Number(canvas.getByLabelText('Renders of the whole').textContent);
    await expect(whole).toBeLessThanOrEqual(2);
  },
});

/** A message about no topic: it is another slice, and no cell renders for it. */
export const AnotherSlice = meta.story({
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    await server.send(about(1, 'first'));
    const cell = await canvas.findByRole('group', { name: 'topic 1' });
    const before = countsOf(cell);
    await server.send('plain text');
    await expect(await canvas.findByText('plain text')).toBeVisible();
    await server.close(1001, 'bye');
    await expect(await canvas.findByText('closed 1001 bye')).toBeVisible();
    await expect(countsOf(cell)).toEqual(before);
  },
});

/** A topic may have any name, also one that each object has already. */
export const AnyName = meta.story({
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    for (const topic of ['constructor', '__proto__', ''])
      await server.send(JSON.stringify({ topic, value: `the value of ${topic}` }));
    await expect(await canvas.findByText('the value of constructor')).toBeVisible();
    await expect(await canvas.findByText('the value of __proto__')).toBeVisible();
    await expect(await canvas.findByText('the value of')).toBeVisible();
  },
});
