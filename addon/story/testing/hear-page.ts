/**
 * Writes down what happens to this page, as each listener sees it, but for `blur` and `focus`, which in
 * Chromium come before or after the rest. Returns the undo. It stands alone: the capture of a real
 * browser takes it as text.
 */
export function hearPage(lines: string[]): () => void {
  const types = 'online offline visibilitychange freeze resume beforeunload pagehide pageshow';
  const listening = new AbortController();
  for (const [where, owner] of [
    ['window', window],
    ['document', document],
  ] as const) {
    for (const type of types.split(' ')) {
      owner.addEventListener(
        type,
        (event: Event) => {
          const persisted = 'persisted' in event ? ` persisted: ${String(event.persisted)},` : '';
          const target = event.target === document ? 'document' : 'window';
          const traits = `${event.bubbles ? 'bubbles' : 'stays'}, ${event.cancelable ? 'can' : 'cannot'} be cancelled`;
          lines.push(
            `${where} hears ${event.constructor.name} ${type} of ${target}:${persisted} ${traits}; ${document.visibilityState}, hidden: ${document.hidden}, online: ${navigator.onLine}`,
          );
        },
        { signal: listening.signal },
      );
    }
  }
  return () => listening.abort();
}
