import { performReactRefresh, register } from 'react-refresh/runtime';
import type { Contender } from '../../stories/libraries/contender.ts';

/** Tells Fast Refresh which component this is, as a development server does when a file is loaded. */
export function registerFirst({ id, Component }: Contender): void {
  register(Component, id);
}

/** Puts a new edition of a component in its place, as after an edit of its file. */
export function refresh({ id, Component }: Contender): void {
  const render = Component as (props: object) => unknown;
  const edited = (props: object) => render(props);
  register(edited, id);
  performReactRefresh();
}
