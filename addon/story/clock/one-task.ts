const { port1: receiver, port2: sender } = new MessageChannel();
receiver.start();

/**
 * Runs jobs in one task, with a microtask checkpoint after each: the browser makes one between two
 * listeners of an event that it dispatches itself.
 */
export function runInOneTask(jobs: readonly (() => void)[]): void {
  for (const job of jobs) receiver.addEventListener('message', () => job(), { once: true });
  sender.postMessage(null);
}
