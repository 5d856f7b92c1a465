import * as React from 'react';
import type { Detector } from './warning.ts';

/** React's own record of which hooks may be called now. It is no public interface: where it is gone, nothing is seen. */
const INTERNALS_19 = '__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE';
const INTERNALS_18 = '__SECRET_INTERNALS_DO_NOT_USE_OR_YOU_WILL_BE_FIRED';

interface Internals {
  readonly H?: Hooks | null;
  readonly ReactCurrentDispatcher?: { readonly current: Hooks | null };
}

/** Outside of a component’s render each hook is one and the same function, which throws. */
interface Hooks {
  readonly useState: unknown;
  readonly useReducer: unknown;
}

function isRendering(): boolean {
  const internals = (Reflect.get(React, INTERNALS_19) ?? Reflect.get(React, INTERNALS_18)) as
    Internals | undefined;
  const hooks = internals?.H ?? internals?.ReactCurrentDispatcher?.current;
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
