/** What a pattern throws fails its story at once, with what it threw. */
import { expect, test } from 'vitest';
import preview from '#.storybook/preview';

function Broken({ url }: { url: string }): never {
  throw new Error(`The pattern at ${new URL(url).host} is broken.`);
}

const broken = preview
  .meta({ title: 'broken', component: Broken, args: { url: 'wss://lab.test' } })
  .story({ play: async ({ canvas }) => void (await canvas.findByText('what it never shows')) });

test('while it renders', async () => {
  await expect(broken.run()).rejects.toThrow(/^The pattern at lab.test is broken.$/);
});
