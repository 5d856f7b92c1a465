import { useEffect } from 'react';
import { useAcknowledged } from '../../../src/patterns/22-acknowledged/useAcknowledged.ts';
import type { Contender, ContenderProps } from '../contender.ts';
import { acknowledged as withAcks } from '../languages/acknowledged.ts';

export function Acknowledged({ url, app }: ContenderProps) {
  const { status, send } = useAcknowledged(url, { onMessage: app.onMessage });
  const { state } = status;
  const code = 'code' in status ? status.code : undefined;

  useEffect(() => {
    if (state === 'open') app.onOpen();
    else if (code !== undefined) app.onClose(code);
  }, [app, state, code]);
  useEffect(() => app.sendsWith(send), [app, send]);
  return null;
}

export const acknowledged: Contender = {
  id: 'acknowledged',
  name: '22 Acknowledged',
  home: '?path=/docs/patterns-sending-22-acknowledged--docs',
  Component: Acknowledged,
  language: withAcks,
  notItsJob: {
    stall: 'It delivers. What the connection needs besides is the job of useReliableSocket.',
    hold: 'It delivers. What the connection needs besides is the job of useReliableSocket.',
    herd: 'It delivers. What the connection needs besides is the job of useReliableSocket.',
    offline: 'It delivers. What the connection needs besides is the job of useReliableSocket.',
    hidden: 'It delivers. What the connection needs besides is the job of useReliableSocket.',
    token: 'It delivers. What the connection needs besides is the job of useReliableSocket.',
    'close-1008': 'It delivers. What the connection needs besides is the job of useReliableSocket.',
    'close-4401': 'It delivers. What the connection needs besides is the job of useReliableSocket.',
    two: 'One socket for many components is the job of 30.',
  },
};
