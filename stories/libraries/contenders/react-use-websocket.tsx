import { useEffect, useMemo } from 'react';
import useWebSocketModule, { type Options } from 'react-use-websocket';
import type { Contender, ContenderProps } from '../contender.ts';
import { plain } from '../languages/plain.ts';
import { defaultOf } from './default-of.ts';

const useWebSocket = defaultOf(useWebSocketModule);

export function ReactUseWebSocket({ url, options, app, getToken }: ContenderProps<Options>) {
  const { onOpen, onMessage, onClose, sendsWith } = app;
  const socketUrl = useMemo(
    () => (getToken ? async () => `${url}?token=${getToken()}` : url),
    [url, getToken],
  );
  const { sendMessage } = useWebSocket(socketUrl, {
    ...options,
    onOpen,
    onMessage: ({ data }) => onMessage(data),
    onClose: ({ code }) => onClose(code),
  });
  useEffect(() => sendsWith(sendMessage), [sendsWith, sendMessage]);
  return null;
}

const README = 'https://github.com/robtaussig/react-use-websocket';

export const reactUseWebSocket: Contender<Options> = {
  id: 'react-use-websocket',
  name: 'react-use-websocket',
  npm: 'react-use-websocket',
  home: README,
  Component: ReactUseWebSocket,
  language: plain,
  best: {
    options: {
      shouldReconnect: () => true,
      reconnectAttempts: Infinity,
      reconnectInterval: (attempt) => Math.min(2 ** attempt * 1_000, 10_000),
      heartbeat: { message: 'ping', returnMessage: 'pong', interval: 25_000, timeout: 30_000 },
      filter: () => false,
      share: true,
    },
    documented: [
      {
        code: 'shouldReconnect: () => true, reconnectAttempts: Infinity',
        why: 'By default it does not reconnect.',
        link: `${README}#reconnecting`,
      },
      {
        code: 'reconnectInterval: (attempt) => Math.min(2 ** attempt * 1_000, 10_000)',
        why: 'The back-off of its README.',
        link: `${README}#reconnecting`,
      },
      {
        code: "heartbeat: { message: 'ping', returnMessage: 'pong', interval: 25_000, timeout: 30_000 }",
        why: 'Closes a line that has been silent for 30 s.',
        link: `${README}#heartbeat`,
      },
      {
        code: 'filter: () => false',
        why: 'No render for a message: `onMessage` takes each.',
        link: `${README}#filter-callback`,
      },
      {
        code: 'share: true',
        why: 'One socket for all components.',
        link: `${README}#share-boolean`,
      },
    ],
  },
  notItsJob: {
    hold: 'It documents no limit for a handshake.',
    offline: 'It does not listen to the page.',
    hidden: 'It does not listen to the page.',
    'send-lost': 'It does not promise that a message arrives.',
  },
};
