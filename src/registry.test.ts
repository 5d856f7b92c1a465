import { describe, expect, test } from 'vitest';
import type { Pattern } from './catalogue/pattern.ts';
import { addCommand, makeIndex, makeItems } from './registry.ts';

const VIEW = 'src/patterns/10-retry/Retry.tsx';
const FILES: Record<string, string> = {
  [VIEW]: `import { Badge } from '../../components/Badge.tsx';
import { useRetry } from './useRetry.ts';

export const Retry = () => <Badge status={useRetry()} />;
`,
  'src/patterns/10-retry/useRetry.ts': `import { useQuery } from '@tanstack/react-query';
import { useState, type Dispatch } from 'react';
import { wait, type Wait } from '../../connection/wait.ts';

export const useRetry = () => useState(wait);
`,
  'src/components/Badge.tsx': `import type { ReactNode } from 'react';
import type { Wait } from '../connection/wait.ts';

export const Badge = (props: { status: ReactNode }) => <p>{props.status}</p>;
`,
  'src/connection/wait.ts': `export const wait = 1;
`,
};
const RANGES = { '@tanstack/react-query': '5.1.0' };
const RETRY = {
  folder: '10-retry',
  view: 'Retry.tsx',
  title: 'Retry',
  lesson: 'Try again.',
  group: 'basics',
} as Pattern;

const make = (files: Record<string, string> = {}, ...patterns: Pattern[]) =>
  makeItems([RETRY, ...patterns], (path) => ({ ...FILES, ...files })[path], RANGES);

test('an item has the files that it is made of, each where a project keeps its kind', () => {
  const [item] = make();
  expect(item).toMatchObject({
    name: 'retry',
    type: 'registry:block',
    dependencies: ['@tanstack/react-query@^5.1.0'],
  });
  expect(item?.files.map(({ path, type, target }) => [path, type, target])).toEqual([
    [VIEW, 'registry:component', '@components/websocket/Retry.tsx'],
    ['src/patterns/10-retry/useRetry.ts', 'registry:hook', '@hooks/useRetry.ts'],
    ['src/components/Badge.tsx', 'registry:component', '@components/websocket/Badge.tsx'],
    ['src/connection/wait.ts', 'registry:lib', '@lib/websocket/wait.ts'],
  ]);
});

const contentOf = (path: string, items = make()) =>
  items[0]?.files.find((file) => file.path === path)?.content;

test('imports are by alias, without an extension, and packages stay', () => {
  expect(contentOf(VIEW)?.match(/(?<=from ).*(?=;)/g)).toEqual([
    "'@/components/websocket/Badge'",
    "'@/hooks/useRetry'",
  ]);
  expect(contentOf('src/patterns/10-retry/useRetry.ts')?.match(/(?<=from ).*(?=;)/g)).toEqual([
    "'@tanstack/react-query'",
    "'react'",
    "'@/lib/websocket/wait'",
  ]);
});

describe('use client', () => {
  const starts = (content: string | undefined) => content?.startsWith("'use client';\n\n");

  test('is where a hook is called, or more of React is imported than types', () => {
    expect(starts(contentOf(VIEW))).toBe(true);
    expect(starts(contentOf('src/patterns/10-retry/useRetry.ts'))).toBe(true);
    const badge = "import { Component, type ReactNode } from 'react';\n";
    const items = make({ 'src/components/Badge.tsx': badge });
    expect(starts(contentOf('src/components/Badge.tsx', items))).toBe(true);
  });

  test('is not where a file does the same on a server', () => {
    expect(starts(contentOf('src/components/Badge.tsx'))).toBe(false);
    expect(starts(contentOf('src/connection/wait.ts'))).toBe(false);
  });
});

test('the list names every item and file, without what is in them', () => {
  const { items } = makeIndex(make());
  expect(items.map(({ name }) => name)).toEqual(['retry']);
  expect(items[0]?.files.map(({ target }) => target)).toContain('@hooks/useRetry.ts');
  expect(JSON.stringify(items)).not.toContain('content');
});

describe('says what to do', () => {
  test('where two patterns have one name', () => {
    const files = { 'src/patterns/11-retry/Other.tsx': 'export const Other = 1;\n' };
    expect(() => make(files, { ...RETRY, folder: '11-retry', view: 'Other.tsx' })).toThrow(
      'the folders 10-retry and 11-retry are both retry',
    );
  });

  test('where two files would land at one place', () => {
    const folder = '12-other';
    const other = `src/patterns/${folder}/Retry.tsx`;
    expect(() => make({ [other]: 'export const Retry = 1;\n' }, { ...RETRY, folder })).toThrow(
      `the files ${VIEW} and ${other} are both @components/websocket/retry.tsx`,
    );
  });

  test.for([
    "import './retry.css';\n",
    "export * from './rest.ts';\n",
    "void import('./late.ts');\n",
  ])('where the registry cannot follow %s', (source) =>
    expect(() => make({ [VIEW]: source })).toThrow(`${VIEW} imports ./`),
  );

  test('where a package has no range', () => {
    const read = (path: string) => FILES[path];
    expect(() => makeItems([RETRY], read, {})).toThrow(
      'npm install --save-dev @tanstack/react-query',
    );
  });
});

describe('the command', () => {
  test.for([
    ['https://lab.test/iframe.html?viewMode=docs&id=x--docs', 'https://lab.test/r/retry.json'],
    ['https://ana.test/lab/iframe.html#code', 'https://ana.test/lab/r/retry.json'],
    ['http://localhost:6006/iframe.html', 'http://localhost:6006/r/retry.json'],
  ] as const)('on %s', ([page, url]) =>
    expect(addCommand(RETRY, page)).toBe(`npx shadcn@latest add ${url}`),
  );

  test.for(['file:///home/ana/storybook-static/iframe.html', 'about:srcdoc', 'blob:null/1'])(
    'there is none on %s',
    (page) => expect(addCommand(RETRY, page)).toBeUndefined(),
  );
});
