import * as React from 'react';
import type { Status } from '../../model/status.ts';
import './warnings.css';

interface WarningsProps {
  readonly warnings: Status['warnings'];
  /** Where a pitfall has its page in this Storybook; nowhere, outside of the lab. */
  readonly findPage: (pitfall: string) => string | undefined;
}

/** What the lab takes for a mistake of the story. */
export function Warnings({ warnings, findPage }: WarningsProps): React.JSX.Element {
  return (
    <div className="warnings">
      <p role="status">{sumUp(warnings.length)}</p>
      <ul>
        {warnings.map(({ kind, text, pitfall }) => {
          const page = findPage(pitfall);
          return (
            <li key={kind}>
              {text} {page !== undefined && <a href={page}>See it broken and fixed</a>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function sumUp(count: number): string {
  if (count === 0)
    return 'The lab has seen no mistake in this story. It looks for sockets made while rendering, two open sockets of one component, messages sent after the end, reconnect loops, a render for each message, and tokens in URLs.';
  return `The lab takes this for ${count === 1 ? 'a mistake' : `${count} mistakes`}:`;
}
