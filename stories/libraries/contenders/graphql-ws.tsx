import { createClient, type Client, type ClientOptions } from 'graphql-ws';
import { useEffect } from 'react';
import type { Contender, ContenderProps } from '../contender.ts';
import { graphqlTransportWs } from '../languages/graphql-transport-ws.ts';
import { leavesSilentLine } from './graphql-ws-keep-alive.ts';

type Options = Partial<ClientOptions> & { readonly leavesSilentLine?: boolean };
const ignore = { next: () => undefined, error: () => undefined, complete: () => undefined };

export function GraphqlWs({ url, options, app, getToken }: ContenderProps<Options>) {
  useEffect(() => {
    const { leavesSilentLine: leaves, ...own } = options;
    const client: Client = createClient({
      url,
      ...own,
      ...(getToken && { connectionParams: () => ({ token: getToken() }) }),
      on: {
        ...(leaves && leavesSilentLine(() => client.terminate())),
        connected: app.onOpen,
        closed: (event) => app.onClose((event as CloseEvent).code),
      },
    });
    const news = { query: 'subscription { news }' };
    const unsubscribe = client.subscribe<{ news: string }>(news, {
      ...ignore,
      next: ({ data }) => app.onMessage(data?.news),
    });
    const query = 'mutation ($text: String!) { say(text: $text) }';
    const undo = app.sendsWith((text) => client.subscribe({ query, variables: { text } }, ignore));
    return () => {
      undo();
      unsubscribe();
      void client.dispose();
    };
  }, [url, options, app, getToken]);
  return null;
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const DOCS = 'https://the-guild.dev/graphql/ws';
const OPTIONS = `${DOCS}/docs/client/interfaces/ClientOptions`;

export const graphqlWs: Contender<Options> = {
  id: 'graphql-ws',
  name: 'graphql-ws',
  npm: 'graphql-ws',
  home: DOCS,
  Component: GraphqlWs,
  language: graphqlTransportWs,
  best: {
    options: {
      retryAttempts: Infinity,
      shouldRetry: () => true,
      retryWait: (retries) => sleep(Math.random() * Math.min(1_000 * 2 ** retries, 30_000)),
      keepAlive: 10_000,
      connectionAckWaitTimeout: 10_000,
      leavesSilentLine: true,
    },
    documented: [
      {
        code: 'retryAttempts: Infinity, shouldRetry: () => true',
        why: 'By default it gives up after five attempts.',
        link: `${OPTIONS}#retryattempts`,
      },
      {
        code: 'retryWait: (retries) => sleep(Math.random() * Math.min(1_000 * 2 ** retries, 30_000))',
        why: 'Its own waits double without an end.',
        link: `${OPTIONS}#retrywait`,
      },
      {
        code: 'keepAlive: 10_000, and leavesSilentLine of this adapter: client.terminate() after 5 s without a pong',
        why: 'By itself it asks, and does nothing where no answer comes. These lines are of its recipes.',
        link: `${DOCS}/recipes#client-usage-with-ping-timeout-and-latency-metrics`,
      },
      {
        code: 'connectionAckWaitTimeout: 10_000',
        why: 'A server may open the socket and never acknowledge it.',
        link: `${OPTIONS}#connectionackwaittimeout`,
      },
    ],
  },
  notItsJob: {
    hold: 'It documents no limit for a handshake.',
    offline: 'It does not listen to the page.',
    hidden: 'It does not listen to the page.',
    two: 'Each component has its own. One that all share is made outside of them.',
  },
};
