/** The story that the lab has saved of a recording stands among the stories, and runs with them. */
import { readFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { readHar } from '../../../src/protocol/har/read-har.ts';
import { toStoryFileName, toStoryParts, type StorySubject } from './story-file.ts';

const FOLDER = 'stories/panel';

test('it is what is saved today', async () => {
  const subject: StorySubject = {
    importPath: `./${FOLDER}/HeartbeatSocket.replayed.stories.tsx`,
    componentPath: './src/patterns/14-heartbeat/HeartbeatSocket.tsx',
    args: { url: 'wss://lab.test' },
    project: { previewPath: './.storybook/preview' },
  };
  const har: unknown = JSON.parse(await readFile('tests/lab/heartbeat.har', 'utf8'));
  const path = `${FOLDER}/${toStoryFileName(subject)}`;
  const text = [...toStoryParts(readHar(har), subject)].join('');
  const options = await resolveConfig(path);
  const formatted = await format(text, { ...options, filepath: path });
  // `vitest -u` saves it again.
  await expect(formatted).toMatchFileSnapshot(`../../../${path}`);
});
