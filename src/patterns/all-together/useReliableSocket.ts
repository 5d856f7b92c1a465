import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { backoff } from '../../connection/backoff.ts';
import { closePolicy } from '../../connection/close-policy.ts';
import { keepConnected, type KeptConnection } from '../../connection/keep-connected.ts';
import { listenToPage } from '../../connection/listen-to-page.ts';
import { returnMs } from '../../connection/return-time.ts';
import { CONNECTING, OPEN } from '../../connection/status.ts';
import { startAttempt } from './attempt.ts';
import { withDefaults, type ReliableSocketOptions, type ReliableStatus } from './options.ts';

/**
 * The patterns 10 to 19 in one hook. The numbers at the ends of lines are theirs.
 *
 * @returns the status; `send`, which returns whether the message was sent: only where the status is
 * `open`; and `connect`, for a user who wants to try now, or has logged in
 */
export function useReliableSocket(url: string, options: ReliableSocketOptions) {
  const [status, setStatus] = useState<ReliableStatus>(CONNECTING);
  const handleRef = useRef<{ connect: () => void; send: (data: string) => boolean }>(null);
  const settings = useEffectEvent(() => withDefaults(options));
  const handleMessage = useEffectEvent(options.onMessage);

  useEffect(() => {
    let state: ReliableStatus['state'] = 'connecting';
    let attempt: ReturnType<typeof startAttempt> | undefined;
    let stay: 'closed' | 'needs-login' | undefined;
    let refusals = 0;
    let notBefore = 0;
    let isLeft = false;

    const connection: KeptConnection = keepConnected(url, {
      waitMs(attempts, code, reason) {
        const { exceptions, getToken, random } = settings();
        const policy = closePolicy(code, exceptions); // 12
        if (policy === 'stop') stay = 'closed';
        if (policy === 'login' && ++refusals > (getToken ? 1 : 0)) stay = 'needs-login'; // 18
        notBefore = policy === 'later' ? Date.now() + returnMs(reason, random) : 0; // 19
        if (stay || document.hidden || isLeft) return undefined; // 16, 17
        if (policy === 'login') return 0;
        return policy === 'later' ? notBefore - Date.now() : backoff(attempts, { random }); // 10
      },
      onStatus(next) {
        if (next.state === 'open') {
          if (attempt?.hasLogin) show({ state: 'logging-in' });
          attempt?.opened();
          return;
        }
        attempt?.stop();
        if (next.state === 'connecting') attempt = begin();
        show(next.state === 'closed' ? { ...next, state: stay ?? 'resting' } : next);
      },
      onMessage({ data }) {
        connection.proven(); // 11
        if (attempt?.isNews(data)) handleMessage(data);
      },
    });

    function begin() {
      return startAttempt(settings(), {
        send: (message) => void connection.send(message),
        onProven: () => connection.proven(),
        onFailed: (reason) => connection.abandon(reason),
        onUp() {
          refusals = 0;
          show(OPEN);
        },
      });
    }

    function show(next: ReliableStatus) {
      state = next.state;
      setStatus(next);
    }

    function wake() {
      if (state === 'open')
        attempt?.ask(); // 15, 16
      else if (!stay && !document.hidden && !isLeft) connection.retryIn(notBefore - Date.now());
    }

    const stopListening = listenToPage({
      offline: () => state === 'open' && attempt?.ask(), // 15
      online() {
        if (state !== 'open') connection.proven();
        if (state === 'connecting') connection.abandon('another network');
        wake();
      },
      hide: () => connection.pause(), // 16
      show: wake,
      leave() {
        isLeft = true; // 17
        connection.pause();
        connection.abandon('the page was left');
      },
      comeBack() {
        isLeft = false;
        wake();
      },
    });

    handleRef.current = {
      send: (data) => state === 'open' && connection.send(data),
      connect() {
        stay = undefined;
        refusals = 0;
        connection.retryNow();
      },
    };
    return () => {
      stopListening();
      attempt?.stop();
      connection.leave();
    };
  }, [url]);

  const connect = () => handleRef.current?.connect();
  const send = (data: string) => handleRef.current?.send(data) ?? false;
  return { status, connect, send };
}
