import { useState } from 'react';
import { append, appendAll, toText } from '../../connection/history.ts';
import { useResume } from '../32-resume/useResume.ts';

/** What the server has rendered into the page. */
export interface FirstData {
  /** The number of the last event in it; 0 for none. */
  readonly position: number;
  /** The newest events up to that position, the newest last. */
  readonly events: readonly string[];
}

/**
 * A feed whose beginning is in the page's HTML already, and whose socket goes on behind it.
 *
 * Why the position: between the moment in which the server reads its data and the one in which the
 * socket is open, a page is sent, its JavaScript loaded, and React hydrates it. What happens in these
 * seconds is in neither, unless the socket asks for what came after the position. And why both come as
 * one prop: what the server has rendered, the browser must render again from the same data.
 *
 * @returns the status, and the newest hundred events and messages
 */
export function useContinuedFeed(url: string, first: FirstData, random?: () => number) {
  const [messages, setMessages] = useState(() => appendAll([], first.events, first.position));
  const list = (text: string) => setMessages((messages) => append(messages, text));
  const status = useResume(url, {
    random,
    position: first.position,
    onEvent: (_seq, body) => list(String(body)),
    onReload: () => setMessages([]),
    onMessage: (data) => list(toText(data)),
  });
  return { status, messages };
}
