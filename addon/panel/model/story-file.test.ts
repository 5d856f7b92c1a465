/** A recording as the file of a story, which type-checks with whatever was recorded. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { readHar } from '../../../src/protocol/har/read-har.ts';
import { closeAt, harOf, socketEntry } from '../../../src/protocol/har/testing.ts';
import { collect } from './collect.ts';
import { toHarParts } from './har-parts.ts';
import { toStoryFileName, toStoryParts, type StorySubject } from './story-file.ts';
import { toSubject } from './story-subject.ts';

const run = promisify(execFile);

/** What a text could break a file with. */
const AWKWARD = '"\'`${x}\\ \u2028\u2029 \ud800 */ </script> {"__proto__":1}\n';

const RECORDING = readHar(
  harOf(
    socketEntry(
      [
        ['receive', 10.5, AWKWARD],
        ['send', 20, AWKWARD],
        ['receive', 30, 'AQL/', 2],
        ['receive', 40, 'cut', 1, 3],
      ],
      {
        wait: 5,
        headers: [{ name: 'Sec-WebSocket-Protocol', value: 'v2' }],
        close: closeAt(50, 4001, { reason: AWKWARD.slice(0, 3) }),
      },
    ),
    socketEntry([], { status: 404, wait: 7, startMs: 100 }),
  ),
);

const SUBJECT: StorySubject = {
  importPath: './stories/patterns/basics/05-every-message.stories.tsx',
  componentPath: './src/patterns/05-every-message/EveryMessage.tsx',
  args: { url: 'wss://lab.test' },
  project: { previewPath: './.storybook/preview' },
};

const textOf = (subject: StorySubject) => [...toStoryParts(RECORDING, subject)].join('');

test('a recording as a HAR is read as the same recording', async () => {
  const har = await (await collect(toHarParts(RECORDING), 'application/json')).text();
  expect(readHar(JSON.parse(har))).toEqual(RECORDING);
});

test('the file imports the component from where it will stand', () => {
  expect(textOf(SUBJECT)).toContain(
    'import { EveryMessage } from "../../../src/patterns/05-every-message/EveryMessage";',
  );
  expect(toStoryFileName(SUBJECT)).toBe('EveryMessage.replayed.stories.tsx');
  const beside = { ...SUBJECT, importPath: './src/patterns/05-every-message/x.stories.tsx' };
  expect(textOf(beside)).toContain('from "./EveryMessage"');
  const unknown = { ...SUBJECT, componentPath: undefined };
  expect(textOf(unknown)).toContain('import { Component } from "./Component"');
});

test('a project whose stories are objects gets one, at the address of its server', () => {
  const text = textOf({
    ...SUBJECT,
    args: {},
    address: { prices: 'wss://a.test/*' },
    project: { framework: '@storybook/nextjs' },
  });
  expect(text).toContain('import type { Meta, StoryObj } from "@storybook/nextjs";');
  expect(text).toContain('export default meta;');
  expect(text).toContain('export const Replayed: StoryObj<typeof meta> = {');
  expect(text).toContain('server: { url: {"prices":"wss://a.test/*"}, behaviour: recorded }');
  expect(text).not.toContain('preview');
});

test('only what was sent is asked for, and only then', () => {
  const hint = '// What a user did is not recorded.';
  expect(textOf(SUBJECT)).toContain(hint);
  const silent = readHar(harOf(socketEntry([['receive', 1, 'hello']])));
  expect([...toStoryParts(silent, SUBJECT)].join('')).not.toContain(hint);
});

test('the subject of a story is without what the addon adds', () => {
  const { args } = toSubject({
    id: 'a--story',
    importPath: './a.stories.tsx',
    initialArgs: { url: 'wss://lab.test/a--story?x=1', serverState: 'open', label: 'own' },
  });
  expect(args).toEqual({ url: 'wss://lab.test?x=1', label: 'own' });
});

test('the file type-checks in this project', async () => {
  // Three folders deep, as its subject.
  const folder = await mkdtemp('node_modules/.cache/saved-story-').catch(() =>
    mkdtemp('node_modules/saved-story-'),
  );
  onTestFinished(() => rm(folder, { recursive: true }));
  const depth = '../'.repeat(folder.split('/').length);
  const file = textOf(SUBJECT)
    .replace('"../../../src/', `"${depth}src/`)
    .replace('"../../../.storybook/', `"${depth}.storybook/`);
  await writeFile(join(folder, 'saved.stories.tsx'), file);
  const check = async () => {
    const config = {
      extends: `${depth}tsconfig.json`,
      compilerOptions: { noEmit: true, incremental: false },
      // The second tells Vitest's types what a setup file provides.
      include: ['saved.stories.tsx', `${depth}mocks/live/vitest-setup.ts`],
      exclude: [],
    };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
    return run('npx', ['tsc', '-p', folder]).then(
      () => '',
      (error: unknown) => (error as { readonly stdout: string }).stdout,
    );
  };
  expect(await check()).toBe('');
  // It is checked: what is not there is found.
  await writeFile(
    join(folder, 'saved.stories.tsx'),
    file.replace('recorded.durationMs', 'recorded.x'),
  );
  expect(await check()).toContain("Property 'x' does not exist");
});
