import { useEffect, useMemo, useState } from 'react';
import type { ServerConnection, SocketServer } from '../../../mocks/socket-server.ts';
import { headerValues } from '../../../src/protocol/handshake.ts';
import type { HandshakeError } from '../../../src/protocol/handshake.ts';
import { NOTHING_BROKEN, withHeader } from './breakages.ts';
import type { Breakage } from './breakages.ts';
import { captured } from './captured.ts';
import type { Step } from './Sequence.tsx';
import { useExchange } from './useExchange.ts';

/** Lets the server do to a real socket what the exchange comes to. */
async function answer(
  connection: ServerConnection,
  refusal: HandshakeError | undefined,
): Promise<void> {
  if (!refusal) await connection.accept();
  else if (refusal.refusedBy === 'server') await connection.refuse(refusal.status);
  // A server can break this rule of an answer; a browser treats the others alike.
  else await connection.accept({ protocol: 'chat.v2' });
}

/** The state of the page: how far it is, what is broken, and the socket that takes the same steps. */
export function useHandshake(server: SocketServer) {
  const [step, setStep] = useState<Step>(0);
  const [broken, setBroken] = useState(NOTHING_BROKEN);
  const [changedKey, setChangedKey] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  const [connection, setConnection] = useState<ServerConnection>();
  useEffect(() => server.onConnection(setConnection), [server]);

  const sent = useMemo(() => {
    if (!connection) return undefined;
    const head = connection.requestHead ?? captured.request;
    return changedKey === undefined ? head : withHeader('Sec-WebSocket-Key', changedKey)(head);
  }, [connection, changedKey]);
  const { exchange, isSettled } = useExchange(sent, broken);

  useEffect(() => {
    if (step < 2 || !isSettled || connection?.state !== 'connecting') return;
    void answer(connection, exchange?.refusal);
  }, [step, isSettled, exchange, connection]);

  /** A new socket: what has been said to the last one cannot be unsaid. */
  function startOver(): void {
    setAttempt(attempt + 1);
  }

  function goTo(next: Step): void {
    if (next < step) startOver();
    setStep(next);
  }

  function breakBy(breakage: Breakage): void {
    startOver();
    setBroken(breakage);
  }

  function changeKey(key: string): void {
    setChangedKey(key);
    goTo(1);
  }

  return {
    step,
    broken,
    /** The key as it was sent; what breaks a handshake leaves it. */
    key: sent && headerValues(sent, 'Sec-WebSocket-Key')[0],
    exchange,
    connection,
    /** Changes with each new socket. */
    attempt,
    isKeyChanged: changedKey !== undefined,
    goTo,
    breakBy,
    changeKey,
  };
}
