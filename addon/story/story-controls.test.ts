import { expect, test } from 'vitest';
import {
  componentArgsOf,
  serverArgsOf,
  withServerArgs,
  withServerArgTypes,
} from './story-controls.ts';

/** As Storybook has it: first the types, then the arguments. */
function prepare(initialArgs: Record<string, unknown>, props: Record<string, object> = {}) {
  const argTypes = withServerArgTypes({ argTypes: props, initialArgs } as never);
  const args = withServerArgs({ argTypes, initialArgs }, { latencyMs: 200 });
  return { argTypes, args };
}

test('the component’s own arguments reach it, and those of the server do not', () => {
  const story = prepare({ title: 'Prices', count: 3 });
  expect(story.args).toMatchObject({ title: 'Prices', serverState: 'open', latencyMs: 200 });
  expect(componentArgsOf(story)).toEqual({ title: 'Prices', count: 3 });
  expect(serverArgsOf(story)).toMatchObject({ serverState: 'open', latencyMs: 200 });
});

test('an argument or a prop of the same name stays the component’s', () => {
  const story = prepare({ message: 'mine' }, { mounted: { name: 'mounted' } });
  expect(componentArgsOf(story)).toEqual({ message: 'mine' });
  expect(story.args).not.toHaveProperty('mounted');
  expect(serverArgsOf(story)).toMatchObject({
    message: 'Hello from the server',
    mounted: true,
    latencyMs: 200,
  });
  expect(story.argTypes['mounted']).toEqual({ name: 'mounted' });
});

test('what a Control says reaches the server', () => {
  const { args, argTypes } = prepare({ message: 'mine' });
  const changed = { ...args, serverState: 'closed', message: 'still mine' };
  expect(serverArgsOf({ args: changed, argTypes })).toMatchObject({ serverState: 'closed' });
  expect(componentArgsOf({ args: changed, argTypes })).toEqual({ message: 'still mine' });
});
