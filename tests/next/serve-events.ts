import type { Backend } from '../../scripts/captures/next/backend.ts';

export const eventText = (seq: number): string => `event ${seq}`;

/**
 * Numbers events at a path, and sends again what a page asks for. HTTP answers there with all of them, and
 * their position. Returns what sends the next event.
 */
export function serveEvents(backend: Backend, path: string): () => void {
  let latest = 0;
  const event = (seq: number) => JSON.stringify({ type: 'event', seq, body: eventText(seq) });
  backend.onRequest(path, () => {
    const events = Array.from({ length: latest }, (_, n) => eventText(n + 1));
    return JSON.stringify({ position: latest, events });
  });
  backend.onMessage(path, (text, answer) => {
    const { type, since } = JSON.parse(text) as { type: string; since: number };
    if (type !== 'resume') return;
    for (let seq = since + 1; seq <= latest; seq += 1) answer(event(seq));
    answer(JSON.stringify({ type: 'resumed', latest }));
  });
  return () => backend.send(path, event(++latest));
}
