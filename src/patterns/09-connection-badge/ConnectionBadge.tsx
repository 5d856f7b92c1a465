import { useState } from 'react';
import { MessageList } from '../../components/MessageList.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import type { Notice } from '../../connection/grace.ts';
import { append, toText, type Message } from '../../connection/history.ts';
import { useConnectionBadge } from './useConnectionBadge.ts';

const WORDS: Record<Notice, string> = {
  none: '',
  lost: 'The connection is lost. Trying again.',
  restored: 'The connection is back.',
  failed: 'The connection has ended. Reload the page to go on.',
};

/** The notice is in a live region: a screen reader says it once, when there is time. */
export function ConnectionBadge({ url, random }: { url: string; random?: () => number }) {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const { status, notice } = useConnectionBadge(url, {
    onMessage: (data) => setMessages((messages) => append(messages, toText(data))),
    random,
  });

  return (
    <section>
      <StatusBadge status={status} />
      <p aria-live="polite" className="notice" data-notice={notice}>
        {WORDS[notice]}
      </p>
      <MessageList messages={messages} />
    </section>
  );
}
