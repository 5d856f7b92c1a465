import { Centrifuge, type Options as AllOptions } from 'centrifuge';
import { useEffect } from 'react';
import type { Contender, ContenderProps } from '../contender.ts';
import { centrifugo } from '../languages/centrifuge.ts';

type Options = Partial<AllOptions>;

export function CentrifugeClient({ url, options, app, getToken }: ContenderProps<Options>) {
  useEffect(() => {
    const client = new Centrifuge(url, {
      ...options,
      ...(getToken && { getToken: async () => getToken() }),
    });
    client.on('connected', app.onOpen);
    // The first `connecting` has code 0: nothing was lost.
    client.on('connecting', ({ code }) => code !== 0 && app.onClose(code));
    client.on('disconnected', ({ code }) => app.onClose(code));
    const news = client.newSubscription('news');
    news.on('publication', ({ data }) => app.onMessage(data));
    news.subscribe();
    client.connect();
    // What cannot be sent in time rejects.
    const undo = app.sendsWith((text) => news.publish(text).catch(() => undefined));
    return () => {
      undo();
      client.disconnect();
    };
  }, [url, options, app, getToken]);
  return null;
}

export const centrifuge: Contender<Options> = {
  id: 'centrifuge',
  name: 'Centrifuge',
  npm: 'centrifuge',
  home: 'https://centrifugal.dev/docs/transports/client_sdk',
  Component: CentrifugeClient,
  language: centrifugo,
  notItsJob: {
    'send-lost': 'It does not promise that a message arrives.',
    two: 'Each component has its own. One that all share is made outside of them.',
  },
};
