import { useState } from 'react';
import { append, toText, type Message } from '../../connection/history.ts';
import { useResume } from '../32-resume/useResume.ts';

/**
 * The events of a feed, each once and in order, whoever holds it.
 *
 * Why not a socket and a list alone: where `<Activity>` hides the component that calls this, React ends
 * its effects, so the socket closes, and keeps its state, so the list is there when it is shown again. What
 * came in between would be missing from it, without a word. The position is state too: it is kept, and the
 * next socket asks for the rest.
 *
 * @returns the status, and the newest hundred events and messages
 */
export function useFeed(url: string, random?: () => number) {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const list = (text: string) => setMessages((messages) => append(messages, text));
  const status = useResume(url, {
    random,
    onEvent: (_seq, body) => list(String(body)),
    onReload: () => setMessages([]),
    onMessage: (data) => list(toText(data)),
  });
  return { status, messages };
}
