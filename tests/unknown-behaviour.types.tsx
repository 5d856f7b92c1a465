/** What must not typecheck: each marked line is an error, or `tsc` says that it is none. */
import preview from '#.storybook/preview';
// @ts-expect-error -- there is no such behaviour
import type { explodes } from '../mocks/behaviours.ts';

export type NoSuchBehaviour = typeof explodes;

const meta = preview.meta({ args: { url: 'wss://lab.test' }, render: () => <p /> });

export const behaviourByItsName = meta.story({
  // @ts-expect-error -- a behaviour is a function of behaviours.ts, not a name
  parameters: { server: { behaviour: 'acceptsAndEchoes' } },
});

export const unknownState = meta.story({
  // @ts-expect-error -- not one of connecting, open, error, closed
  args: { serverState: 'asleep' },
});
