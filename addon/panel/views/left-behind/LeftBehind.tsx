import * as React from 'react';
import { hasLeak, type Status } from '../../model/status.ts';
import './left-behind.css';

interface LeftBehindProps {
  readonly status: Status;
}

/** What the story's pattern holds at this moment: a leak, once it has left the page. */
export function LeftBehind({ status }: LeftBehindProps): React.JSX.Element {
  const { held, isMounted } = status;
  const isLeaking = hasLeak(status);
  return (
    <div className="left-behind" data-leaking={isLeaking}>
      <p role="status">{sumUp(status)}</p>
      {held.length > 0 && (
        <ul aria-label={isMounted ? 'Held' : 'Left behind'}>
          {held.map(({ what, stack }, index) => (
            <li key={`${index} ${what}`}>
              <details>
                <summary>{what}</summary>
                <pre tabIndex={0} aria-label={`Where it was made: ${what}`}>
                  {stack}
                </pre>
              </details>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function sumUp({ held, isMounted }: Status): string {
  const count = held.length === 1 ? '1 thing' : `${held.length} things`;
  if (isMounted) {
    return held.length === 0
      ? 'The pattern is on the page, and holds no socket, timer or listener.'
      : `The pattern is on the page, and holds ${count}. Turn off “mounted” in Controls, and none may be left.`;
  }
  return held.length === 0
    ? 'The pattern has left the page, and nothing is left behind.'
    : `The pattern has left the page, and left ${count} behind. Undo in the effect’s clean-up what the effect set up.`;
}
