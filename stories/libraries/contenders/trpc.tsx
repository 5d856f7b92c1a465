import { createTRPCUntypedClient, createWSClient, wsLink } from '@trpc/client';
import { useEffect } from 'react';
import type { Contender, ContenderProps } from '../contender.ts';
import { trpc as trpcRpc } from '../languages/trpc.ts';

type Options = Partial<Parameters<typeof createWSClient>[0]>;

export function Trpc({ url, options, app, getToken }: ContenderProps<Options>) {
  useEffect(() => {
    const socket = createWSClient({
      url,
      ...options,
      ...(getToken && { connectionParams: () => ({ token: getToken() }) }),
      onOpen: app.onOpen,
      onClose: (cause) => app.onClose(cause?.code),
    });
    const client = createTRPCUntypedClient({ links: [wsLink({ client: socket })] });
    const news = client.subscription('news', undefined, { onData: app.onMessage });
    // What cannot be sent any more rejects.
    const undo = app.sendsWith((text) => client.mutation('say', text).catch(() => undefined));
    return () => {
      undo();
      news.unsubscribe();
      void socket.close();
    };
  }, [url, options, app, getToken]);
  return null;
}

const DOCS = 'https://trpc.io/docs/client/links/wsLink';

export const trpc: Contender<Options> = {
  id: 'trpc',
  name: 'tRPC wsLink',
  npm: '@trpc/client',
  home: DOCS,
  Component: Trpc,
  language: trpcRpc,
  best: {
    options: { keepAlive: { enabled: true, intervalMs: 25_000, pongTimeoutMs: 5_000 } },
    documented: [
      {
        code: 'keepAlive: { enabled: true, intervalMs: 25_000, pongTimeoutMs: 5_000 }',
        why: 'By default it does not ask whether the line still works.',
        link: `${DOCS}#wslink--createwsclient-options`,
      },
    ],
  },
  notItsJob: {
    hold: 'It documents no limit for a handshake.',
    offline: 'It does not listen to the page.',
    hidden: 'It does not listen to the page.',
    'send-lost': 'It does not promise that a message arrives.',
    two: 'Each component has its own. One that all share is made outside of them.',
  },
};
