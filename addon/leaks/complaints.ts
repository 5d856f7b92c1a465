import { replace, type Undo } from './replace.ts';

function describe(value: unknown): string {
  if (value instanceof Error) return value.stack ?? value.message;
  return String(value);
}

/** Writes down, in words, each console error, uncaught error and unhandled rejection. */
export function watchComplaints(complaints: string[]): Undo[] {
  const onError = (event: ErrorEvent) => {
    complaints.push(`Uncaught ${describe(event.error ?? event.message)}`);
  };
  const onRejection = (event: PromiseRejectionEvent) => {
    complaints.push(`Unhandled rejection: ${describe(event.reason)}`);
  };
  window.addEventListener('error', onError);
  window.addEventListener('unhandledrejection', onRejection);
  return [
    replace(console, 'error', (original) => (...args: unknown[]) => {
      complaints.push(`console.error: ${args.map(describe).join(' ')}`);
      original.apply(console, args);
    }),
    () => window.removeEventListener('error', onError),
    () => window.removeEventListener('unhandledrejection', onRejection),
  ];
}
