import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { backoff } from '../../connection/backoff.ts';
import { createRequests, type Requests } from '../../connection/requests.ts';
import { createResume, type ResumeOptions } from '../../connection/resume.ts';
import { createSequence } from '../../connection/sequence.ts';
import { shareAmongTabs } from '../../connection/share-among-tabs.ts';
import { OPEN, type Status } from '../../connection/status.ts';

/** What this pattern adds: no tab leads yet; or the socket is open, and what was missed is still coming. */
type TabStatus = Status | { readonly state: 'electing' | 'catching-up' };

interface TabOptions extends Pick<ResumeOptions, 'onEvent' | 'onReload'> {
  /** Called for each message that is neither an event nor a reply. */
  readonly onMessage: (data: string | Blob | ArrayBuffer) => void;
  /** How long the leader may take to answer before the lead is taken from it. @default 1_000 */
  readonly answerMs?: number | undefined;
  /** Spreads the clients, from 0 to below 1. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/**
 * One socket for all tabs: one leads, and each hears everything and can ask.
 *
 * Why each tab has a position of its own: the next leader asks for what came after its own last event, so
 * that nothing is missing and nothing is there twice, whoever leads. And why a request may be rejected by
 * a change of leader: once it was on the socket of a tab that is closed, no reply can come; one that was
 * not yet is sent by the next leader, under the same id.
 *
 * @returns the status of the one connection; whether this tab leads; and `request`
 */
export function useTabs(url: string, options: TabOptions) {
  const { answerMs } = options;
  const [status, setStatus] = useState<TabStatus>({ state: 'electing' });
  const [isLeader, setIsLeader] = useState(false);
  const [sequence] = useState(createSequence);
  const requestsRef = useRef<Requests>(null);
  const handleEvent = useEffectEvent(options.onEvent);
  const handleReload = useEffectEvent(options.onReload);
  const handleMessage = useEffectEvent(options.onMessage);
  const nextWait = useEffectEvent((attempt: number) =>
    backoff(attempt, { random: options.random }),
  );

  useEffect(() => {
    const requests = createRequests({
      send(message, id) {
        tabs.send(id, message);
        return true;
      },
      onPending: () => undefined,
      onLate: () => undefined,
    });
    const resume = createResume({
      sequence,
      send: (message) => tabs.send('resume', message),
      onEvent: (seq, body, wasMissed) => handleEvent(seq, body, wasMissed),
      onReload: (oldest) => handleReload(oldest),
      onCaughtUp: (isCaughtUp) => setStatus(isCaughtUp ? OPEN : { state: 'catching-up' }),
    });
    const tabs = shareAmongTabs(url, {
      answerMs,
      waitMs: (attempt) => nextWait(attempt),
      onLead: setIsLeader,
      onStatus(next) {
        if (next.state === 'open') resume.opened();
        else {
          requests.ended((id) => !tabs.isWaiting(id));
          setStatus(next);
        }
      },
      onMessage(data) {
        if (!requests.heard(data) && !resume.heard(data)) handleMessage(data);
      },
    });
    requestsRef.current = requests;
    return () => {
      requests.stop();
      tabs.leave();
      requestsRef.current = null;
    };
  }, [url, answerMs, sequence]);

  const request = useCallback(async (body: unknown, signal?: AbortSignal) => {
    if (!requestsRef.current) throw new DOMException('Not mounted.', 'NetworkError');
    return requestsRef.current.request(body, signal);
  }, []);

  return { status, isLeader, request };
}
