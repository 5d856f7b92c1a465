/** Builds Storybook and the package once, and serves Storybook for all tests of this folder. */
import type { TestProject } from 'vitest/node';
import { serveBuiltStorybook } from '../../scripts/storybook.ts';
import { buildPackage } from './elsewhere.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built Storybook is served, with a slash at its end. */
    storybookUrl: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildPackage();
  const storybook = await serveBuiltStorybook();
  project.provide('storybookUrl', storybook.url);
  return () => storybook.close();
}
