import useWebSocket from 'partysocket/use-ws';
import { useCallback, useEffect } from 'react';
import type { Contender, ContenderProps } from '../contender.ts';
import { plain } from '../languages/plain.ts';

type Options = NonNullable<Parameters<typeof useWebSocket>[2]>;

export function PartySocket({ url, options, app, getToken }: ContenderProps<Options>) {
  const { onOpen, onMessage, onClose, sendsWith } = app;
  const getUrl = useCallback(
    () => (getToken ? `${url}?token=${getToken()}` : url),
    [url, getToken],
  );
  const socket = useWebSocket(getUrl, undefined, {
    ...options,
    onOpen,
    onMessage: ({ data }) => onMessage(data),
    onClose: ({ code }) => onClose(code),
  });
  useEffect(() => sendsWith((text) => socket.send(text)), [sendsWith, socket]);
  return null;
}

export const partysocket: Contender<Options> = {
  id: 'partysocket',
  name: 'partysocket',
  npm: 'partysocket',
  home: 'https://docs.partykit.io/reference/partysocket-api/',
  Component: PartySocket,
  language: plain,
  drawnByPage: () => ({ minReconnectionDelay: 1_000 + Math.random() * 4_000 }),
  notItsJob: {
    stall: 'It has no heartbeat.',
    offline: 'It has no heartbeat, and does not listen to the page.',
    hidden: 'It has no heartbeat, and does not listen to the page.',
    'send-lost': 'It does not promise that a message arrives.',
    two: 'Each component has its own socket.',
  },
};
