import { useEffect, useEffectEvent } from 'react';
import { useReliableSocket } from '../../../src/patterns/all-together/useReliableSocket.ts';
import type { Contender, ContenderProps } from '../contender.ts';
import { plain } from '../languages/plain.ts';

export function Reliable({ url, app, getToken }: ContenderProps) {
  const { status, send } = useReliableSocket(url, {
    onMessage: app.onMessage,
    getToken: getToken && (async () => getToken()),
  });
  const { state } = status;
  const code = 'code' in status ? status.code : undefined;
  const sendNow = useEffectEvent((text: string) => send(text));

  useEffect(() => {
    if (state === 'open') app.onOpen();
    else if (code !== undefined) app.onClose(code);
  }, [app, state, code]);
  useEffect(() => app.sendsWith((text) => sendNow(text)), [app]);
  return null;
}

export const reliable: Contender = {
  id: 'reliable',
  name: 'useReliableSocket',
  home: '?path=/docs/patterns-staying-connected-all-together--docs',
  Component: Reliable,
  language: plain,
  notItsJob: {
    'send-connecting':
      'It refuses, and says so. To keep what is sent is the job of 21, to deliver it that of 22.',
    'send-closing':
      'It refuses, and says so. To keep what is sent is the job of 21, to deliver it that of 22.',
    'send-waiting':
      'It refuses, and says so. To keep what is sent is the job of 21, to deliver it that of 22.',
    'send-lost':
      'It refuses, and says so. To keep what is sent is the job of 21, to deliver it that of 22.',
    two: 'One socket for many components is the job of 30.',
  },
};
