import { useEffect } from 'react';
import type { Contender, ContenderProps } from '../contender.ts';
import { plain } from '../languages/plain.ts';

/** Pattern 01, without its view. */
export function Bare({ url, app }: ContenderProps) {
  useEffect(() => {
    const socket = new WebSocket(url);
    const listeners = new AbortController();
    const { signal } = listeners;
    socket.addEventListener('open', app.onOpen, { signal });
    socket.addEventListener('message', ({ data }) => app.onMessage(data), { signal });
    socket.addEventListener('close', ({ code }) => app.onClose(code), { signal });
    const undo = app.sendsWith((text) => socket.send(text));
    return () => {
      undo();
      listeners.abort();
      socket.close();
    };
  }, [url, app]);
  return null;
}

const ONE =
  'One socket for the life of the component: it says when it has ended, and makes no other.';
const NOT_ITS_JOB = [
  ...['drop', 'stall', 'hold', 'refuse', 'flapping', 'herd', 'offline', 'hidden', 'back-forward'],
  ...['close-1001', 'close-1006', 'close-1011', 'close-1012', 'close-1013', 'token'],
  ...['send-connecting', 'send-waiting', 'send-lost', 'two'],
];

export const bare: Contender = {
  id: 'bare',
  name: '01 useEffect',
  home: '?path=/docs/patterns-basics-01-use-effect--docs',
  Component: Bare,
  language: plain,
  notItsJob: Object.fromEntries(NOT_ITS_JOB.map((id) => [id, ONE])),
};
