import { Socket, type SocketConnectOption } from 'phoenix';
import { useEffect } from 'react';
import type { Contender, ContenderProps } from '../contender.ts';
import { phoenixChannels } from '../languages/phoenix.ts';

type Options = Partial<SocketConnectOption>;

export function Phoenix({ url, options, app, getToken }: ContenderProps<Options>) {
  useEffect(() => {
    const socket = new Socket(url, {
      ...options,
      ...(getToken && { params: () => ({ token: getToken() }) }),
    });
    socket.onOpen(app.onOpen);
    socket.onClose(({ code }) => app.onClose(code));
    socket.connect();
    const channel = socket.channel('news');
    channel.on('news', (news: { text: string }) => app.onMessage(news.text));
    channel.join();
    const undo = app.sendsWith((text) => channel.push('say', { text }));
    return () => {
      undo();
      channel.leave();
      socket.disconnect();
    };
  }, [url, options, app, getToken]);
  return null;
}

const DOCS = 'https://hexdocs.pm/phoenix/js/';
const LONGEST_MS = 30_000;

export const phoenix: Contender<Options> = {
  id: 'phoenix',
  name: 'Phoenix',
  npm: 'phoenix',
  home: DOCS,
  Component: Phoenix,
  language: phoenixChannels,
  best: {
    options: {
      reconnectAfterMs: (tries) => Math.random() * Math.min(1_000 * 2 ** tries, LONGEST_MS),
    },
    documented: [
      {
        code: 'reconnectAfterMs: (tries) => Math.random() * Math.min(1_000 * 2 ** tries, 30_000)',
        why: 'By default all clients come back after 10 ms.',
        link: `${DOCS}#Socket`,
      },
    ],
  },
  notItsJob: {
    hold: 'It documents no limit for a handshake.',
    offline: 'It listens to whether the page is hidden, and not to its network.',
    'send-lost': 'It does not promise that a message arrives.',
    two: 'Each component has its own. One that all share is made outside of them.',
  },
};
