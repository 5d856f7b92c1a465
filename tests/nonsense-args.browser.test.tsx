/** A story that says nonsense to its server gets an answer, and Storybook's Controls do not break on it. */
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import preview from '#.storybook/preview';

const meta = preview.meta({ title: 'nonsense', render: () => <p>the pattern</p> });
const WORDS = 'latencyMs is a number from 0 to 3000, and “abc” is not.';

test('as an argument', async () => {
  const args = { url: 'wss://lab.test', latencyMs: 'abc', mounted: 'no' } as object;
  let seen: (string | null)[] = [];
  const story = meta.story({
    args,
    play: async () => {
      await waitFor(() => screen.getByText('the pattern'));
      seen = screen.getAllByRole('alert').map(({ textContent }) => textContent);
    },
  });
  expect(story.composed.argTypes['latencyMs']?.control).toEqual({ disable: true });
  await story.run();
  expect(seen).toEqual([
    `${WORDS} The previous value is kept.`,
    'mounted can be true, false, and “no” is none of these. The previous value is kept.',
  ]);
});

test('as what the Controls begin with', async () => {
  const controls = { latencyMs: 'abc' } as object;
  const story = meta.story({ parameters: { server: { url: 'wss://lab.test/begin', controls } } });
  expect(story.composed.argTypes['latencyMs']?.control).toEqual({ disable: true });
  await expect(story.run()).rejects.toThrow(`In \`parameters.server.controls\`, ${WORDS}`);
});
