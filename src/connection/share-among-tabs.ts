import { electLeader } from './elect-leader.ts';
import { keepConnected, type KeepConnectedOptions, type KeptConnection } from './keep-connected.ts';
import { CONNECTING, type Status } from './status.ts';

type Data = string | Blob | ArrayBuffer;

export interface ShareAmongTabsOptions extends Pick<KeepConnectedOptions, 'waitMs'> {
  /** Every change of the status of the one connection, in every tab. */
  readonly onStatus: (status: Status) => void;
  /** Called in every tab for what the leader's socket has received. */
  readonly onMessage: (data: Data) => void;
  /** Whether this tab has the socket. */
  readonly onLead: (isLeader: boolean) => void;
  /** How long a leader may take to answer before the lead is taken from it. @default 1_000 */
  readonly answerMs?: number | undefined;
}

export interface SharedAmongTabs {
  /** Sends as soon as a leader has an open socket, and keeps the message until then. */
  readonly send: (id: string, message: string) => void;
  /** Whether no leader has put that message on its socket yet. */
  readonly isWaiting: (id: string) => boolean;
  readonly leave: () => void;
}

/** What the leader tells all tabs. `epoch` grows with each leader, and each socket that it opens. */
type LeaderWord =
  | { readonly type: 'status' | 'here'; readonly epoch: number; readonly status: Status }
  | { readonly type: 'heard'; readonly epoch: number; readonly data: Data }
  | { readonly type: 'sent'; readonly epoch: number; readonly id: string };

/** What the other tabs tell the leader. */
type FollowerWord =
  | { readonly type: 'ask' }
  | {
      readonly type: 'send';
      readonly epoch: number;
      readonly id: string;
      readonly message: string;
    };

/**
 * One connection for all tabs of this origin that share a URL. One tab leads, and has the socket: what it
 * receives goes to all, and what another tab sends goes through it.
 */
export function shareAmongTabs(url: string, options: ShareAmongTabsOptions): SharedAmongTabs {
  const { waitMs, onStatus, onMessage, onLead, answerMs = 1_000 } = options;
  const channel = new BroadcastChannel(url);
  const waiting = new Map<string, string>();
  const left = new AbortController();
  /** The latest epoch that this tab has heard of, that of the status, and its own where it leads. */
  let epoch = 0;
  let statusEpoch = 0;
  let ownEpoch = -1;
  let status = CONNECTING;
  let connection: KeptConnection | undefined;
  let answer: ReturnType<typeof setTimeout> | undefined;

  function lead() {
    // Later than each epoch that this tab knows of, and, by the clock, than those it does not.
    ownEpoch = Math.max(Date.now(), epoch + 1);
    onLead(true);
    const socket = keepConnected(url, {
      waitMs,
      onStatus(status) {
        // What other tabs have sent before is void: they send it again when they hear of this.
        if (status.state === 'open' && isLeading()) ownEpoch += 1;
        say({ type: 'status', epoch: ownEpoch, status });
      },
      onMessage({ data }) {
        socket.proven();
        say({ type: 'heard', epoch: ownEpoch, data });
      },
    });
    connection = socket;
    return () => {
      socket.leave();
      ownEpoch = -1;
      onLead(false);
    };
  }

  /** The leader tells every tab, and itself. */
  function say(word: LeaderWord) {
    channel.postMessage(word);
    obey(word);
  }

  function obey(word: LeaderWord) {
    // The word of a leader that was frozen, and does not know yet that another tab leads.
    if (word.epoch < epoch) return;
    epoch = word.epoch;
    answered();
    if (word.type === 'heard') onMessage(word.data);
    else if (word.type === 'sent') waiting.delete(word.id);
    // The answer to someone else's question is no news.
    else if (word.type === 'status' || epoch > statusEpoch) {
      ({ status } = word);
      statusEpoch = epoch;
      if (status.state === 'open') for (const [id, message] of waiting) deliver(id, message);
      onStatus(status);
    }
  }

  function isLeading() {
    return ownEpoch >= epoch;
  }

  function deliver(id: string, message: string) {
    if (status.state !== 'open') return;
    if (!isLeading()) channel.postMessage({ type: 'send', epoch, id, message });
    else if (connection?.send(message)) waiting.delete(id);
  }

  function serve(word: FollowerWord) {
    if (word.type === 'ask') channel.postMessage({ type: 'here', epoch, status });
    else if (word.epoch === epoch && connection?.send(word.message))
      channel.postMessage({ type: 'sent', epoch, id: word.id });
  }

  function ask() {
    if (isLeading()) return;
    channel.postMessage({ type: 'ask' });
    answer ??= setTimeout(() => election.steal(), answerMs);
  }

  function answered() {
    clearTimeout(answer);
    answer = undefined;
  }

  channel.addEventListener('message', ({ data: word }: MessageEvent<LeaderWord | FollowerWord>) => {
    if (word.type !== 'ask' && word.type !== 'send') obey(word);
    else if (isLeading()) serve(word);
  });
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') ask();
    },
    { signal: left.signal },
  );
  const election = electLeader(url, lead);
  ask();

  return {
    send(id, message) {
      waiting.set(id, message);
      deliver(id, message);
      ask();
    },
    isWaiting: (id) => waiting.has(id),
    leave() {
      left.abort();
      answered();
      election.leave();
      channel.close();
    },
  };
}
