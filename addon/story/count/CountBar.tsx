import { useId, useSyncExternalStore, type ReactNode } from 'react';
import type { Counter } from './counter.ts';

/** What a story's page has done, below the story. It is outside what is counted. */
export function CountBar({ counter }: { readonly counter: Counter }) {
  const { commits, messages, mainThreadMs, renders } = useSyncExternalStore(
    counter.subscribe,
    counter.getShown,
  );
  return (
    <dl className="figures" aria-label="Counted by the lab">
      <Count label="Commits">{commits}</Count>
      {Object.entries(renders).map(([name, count]) => (
        <Count key={name} label={`Renders of ${name}`}>
          {count}
        </Count>
      ))}
      <Count label="Messages">{messages}</Count>
      <Count label="Main thread">{Math.round(mainThreadMs)} ms</Count>
    </dl>
  );
}

function Count({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <div>
      <dt id={id}>{label}</dt>
      <dd aria-labelledby={id}>{children}</dd>
    </div>
  );
}
