import { useEffect } from 'react';
import { io, type ManagerOptions, type SocketOptions } from 'socket.io-client';
import type { Contender, ContenderProps } from '../contender.ts';
import { socketIo as socketIoProtocol } from '../languages/socket-io.ts';

type Options = Partial<ManagerOptions & SocketOptions>;

export function SocketIo({ url, options, app, getToken }: ContenderProps<Options>) {
  useEffect(() => {
    const { pathname, origin } = new URL(url);
    const socket = io(origin, {
      path: pathname,
      // What it begins with by default is HTTP, which no WebSocket server answers.
      transports: ['websocket'],
      ...options,
      ...(getToken && { auth: (give) => give({ token: getToken() }) }),
    });
    socket.on('connect', app.onOpen);
    socket.on('news', app.onMessage);
    socket.on('disconnect', (_reason, details) =>
      app.onClose((details as { context?: CloseEvent } | undefined)?.context?.code),
    );
    const undo = app.sendsWith((text) => socket.emit('say', text));
    return () => {
      undo();
      socket.disconnect();
    };
  }, [url, options, app, getToken]);
  return null;
}

const DOCS = 'https://socket.io/docs/v4';

export const socketIo: Contender<Options> = {
  id: 'socket-io',
  name: 'Socket.IO',
  npm: 'socket.io-client',
  home: `${DOCS}/client-api/`,
  Component: SocketIo,
  language: socketIoProtocol,
  best: {
    options: { retries: 10, ackTimeout: 10_000, timeout: 10_000 },
    documented: [
      {
        code: 'retries: 10, ackTimeout: 10_000',
        why: 'Sends again what was not acknowledged.',
        link: `${DOCS}/tutorial/step-8`,
      },
      {
        code: 'timeout: 10_000',
        why: 'By default an attempt may hang for 20 s.',
        link: `${DOCS}/client-options/#timeout`,
      },
    ],
  },
  notItsJob: {
    two: 'Each component has its own. One that all share is made outside of them.',
  },
};
