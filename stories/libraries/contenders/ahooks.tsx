import { useWebSocket } from 'ahooks';
import { useEffect } from 'react';
import type { Contender, ContenderProps } from '../contender.ts';
import { plain } from '../languages/plain.ts';

type Options = NonNullable<Parameters<typeof useWebSocket>[1]>;

export function Ahooks({ url, options, app }: ContenderProps<Options>) {
  const { onOpen, onMessage, onClose, sendsWith } = app;
  const { sendMessage } = useWebSocket(url, {
    ...options,
    onOpen,
    onMessage: ({ data }) => onMessage(data),
    onClose: ({ code }) => onClose(code),
  });
  useEffect(() => sendsWith(sendMessage), [sendsWith, sendMessage]);
  return null;
}

const DOCS = 'https://ahooks.js.org/hooks/use-web-socket';

export const ahooks: Contender<Options> = {
  id: 'ahooks',
  name: 'ahooks useWebSocket',
  npm: 'ahooks',
  home: DOCS,
  Component: Ahooks,
  language: plain,
  best: {
    options: { reconnectLimit: Infinity },
    documented: [
      {
        code: 'reconnectLimit: Infinity',
        why: 'By default it gives up after three attempts.',
        link: `${DOCS}#options`,
      },
    ],
  },
  notItsJob: {
    stall: 'It has no heartbeat.',
    hold: 'It documents no limit for a handshake.',
    offline: 'It has no heartbeat, and does not listen to the page.',
    hidden: 'It has no heartbeat, and does not listen to the page.',
    token: 'It takes one URL, and no function that gives a fresh one.',
    'send-lost': 'It does not promise that a message arrives.',
    two: 'Each component has its own socket.',
  },
};
