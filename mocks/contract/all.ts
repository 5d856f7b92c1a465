import { constructorArguments } from './groups/arguments.ts';
import { breaking } from './groups/breaking.ts';
import { buffering } from './groups/buffering.ts';
import { builtIns } from './groups/built-ins.ts';
import { closingArguments } from './groups/closing-arguments.ts';
import { closingByBoth } from './groups/closing-by-both.ts';
import { closingByServer } from './groups/closing-by-server.ts';
import { closing } from './groups/closing.ts';
import { early } from './groups/early.ts';
import { unsimulated } from './groups/elsewhere.ts';
import { events } from './groups/events.ts';
import { handlers } from './groups/handlers.ts';
import { handshakeOrder } from './groups/handshake-order.ts';
import { handshake } from './groups/handshake.ts';
import { interfaceObject } from './groups/interface.ts';
import { manySockets } from './groups/many-sockets.ts';
import { receiving } from './groups/receiving.ts';
import { sendingTypes } from './groups/sending-types.ts';
import { sending } from './groups/sending.ts';
import { serverVerbs } from './groups/server-verbs.ts';
import { silence } from './groups/silence.ts';
import { subprotocols } from './groups/subprotocols.ts';
import { tasks } from './groups/tasks.ts';
import type { Scenario } from './scenario.ts';

/** Every scenario of the contract. */
export const SCENARIOS: readonly Scenario[] = [
  ...handshake,
  ...subprotocols,
  ...handshakeOrder,
  ...manySockets,
  ...early,
  ...constructorArguments,
  ...events,
  ...handlers,
  ...tasks,
  ...sending,
  ...sendingTypes,
  ...buffering,
  ...receiving,
  ...closing,
  ...closingArguments,
  ...closingByServer,
  ...closingByBoth,
  ...serverVerbs,
  ...breaking,
  ...silence,
  ...interfaceObject,
  ...builtIns,
  ...unsimulated,
];

/** What no simulation can make equal, and no scenario compares. */
export const UNEQUAL_BY_NATURE: readonly { readonly what: string; readonly why: string }[] = [
  {
    what: 'event.isTrusted',
    why: 'Only the browser can dispatch a trusted event: a simulated one says false.',
  },
  {
    what: 'microtasks between two listeners of one event',
    why: 'The browser runs microtasks whenever no script is on the stack, so also between two listeners. Who dispatches an event is a script: its listeners run together, and the microtasks behind the last.',
  },
  {
    what: 'event.currentTarget in a microtask of its listener',
    why: 'For the same reason: the browser is still dispatching then, the simulation no longer.',
  },
  {
    what: 'structuredClone(socket), and the source text of the class and its members',
    why: 'The browser knows its own objects by more than what a script can give them: both refuse to be cloned, but the message names an EventTarget, and no member says [native code].',
  },
];
