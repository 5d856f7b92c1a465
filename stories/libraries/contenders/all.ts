import type { Contender } from '../contender.ts';
import { acknowledged } from './acknowledged.tsx';
import { ahooks } from './ahooks.tsx';
import { bare } from './bare.tsx';
import { centrifuge } from './centrifuge.tsx';
import { graphqlWs } from './graphql-ws.tsx';
import { partysocket } from './partysocket.tsx';
import { phoenix } from './phoenix.tsx';
import { reactUseWebSocket } from './react-use-websocket.tsx';
import { reliable } from './reliable.tsx';
import { socketIo } from './socket-io.tsx';
import { trpc } from './trpc.tsx';

/** In the order of the columns: hooks, clients with a protocol of their own, and the lab's. */
export const CONTENDERS = [
  reactUseWebSocket,
  partysocket,
  ahooks,
  graphqlWs,
  trpc,
  socketIo,
  centrifuge,
  phoenix,
  bare,
  reliable,
  acknowledged,
  // Each is rendered with its own options only.
] as unknown as readonly Contender[];
