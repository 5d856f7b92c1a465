import * as React from 'react';
import type { Detector } from './warning.ts';

/** React's own record of which hooks may be called now. It is no public interface: where it is gone, nothing is seen. */
const INTERNALS = '__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE';

interface Internals {
  /** Outside of a component’s render each hook is one and the same function, which throws. */
  readonly H?: { readonly useState: unknown; readonly useReducer: unknown } | null;
}

function isRendering(): boolean {
  const { H: hooks } = (Reflect.get(React, INTERNALS) ?? {}) as Internals;
  return !!hooks && hooks.useState !== hooks.useReducer;
}

/** A socket that a component makes while React renders it. */
export const madeWhileRendering: Detector = ({ event }) =>
  event.type === 'created' && isRendering()
    ? {
        kind: 'rendering',
        text: 'A component has made a socket while React rendered it. Each render makes another one, and no one closes them. Make it in an effect.',
        pitfall: 'p01-socket-while-rendering',
      }
    : undefined;
