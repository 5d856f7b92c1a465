import * as React from 'react';
import type { ReplayStatus } from '../../model/replay-status.ts';

type Difference = ReplayStatus['differences'][number];

const WORDS: Record<Difference['what'], string> = {
  'another message': 'the page has sent something else',
  'one message more': 'the page has sent one message more',
  'no message': 'the page has not sent this',
  'an early end': 'the page closed it while there was more to come',
  'one connection more': 'the page has connected once more',
  'no connection': 'the page has not connected',
};

/** How far a replay has come, and what the page does otherwise than it did. */
export function Differences({ status }: { readonly status: ReplayStatus }): React.JSX.Element {
  const { sentCount, messageCount, differences, differenceCount } = status;
  return (
    <section aria-label="Replay">
      <p>
        {sentCount} of {messageCount} messages sent.{' '}
        {differenceCount === 0
          ? 'The page does what it did.'
          : `${differenceCount === 1 ? '1 difference' : `${differenceCount} differences`}:`}
      </p>
      {differenceCount > 0 && (
        <ol aria-label="Differences">
          {differences.map((difference, at) => (
            <li key={at}>
              <p>
                {placeOf(difference)}: {WORDS[difference.what]}
              </p>
              {difference.recorded !== undefined && <pre>recorded: {difference.recorded}</pre>}
              {difference.sent !== undefined && <pre>now: {difference.sent}</pre>}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function placeOf({ what, socket, message }: Difference): string {
  if (what === 'one connection more') return `Connection ${socket}`;
  return message === undefined ? `Socket ${socket}` : `Socket ${socket}, message ${message}`;
}
