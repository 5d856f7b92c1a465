import * as React from 'react';
import type { Status } from '../model/status.ts';

interface UnansweredProps {
  readonly sockets: Status['unanswered'];
}

/** Names the sockets that no server answers, and says what to write so that one does. */
export function Unanswered({ sockets }: UnansweredProps): React.JSX.Element | null {
  const [first] = sockets;
  if (!first) return null;
  return (
    <div className="unanswered" role="status">
      <p>
        No server answers {sockets.length === 1 ? 'this socket' : `these ${sockets.length} sockets`}
        . To drive {sockets.length === 1 ? 'it' : 'them'} from here, write in the story:{' '}
        <code>{`parameters: { server: { url: '${toPattern(first.url)}' } }`}</code>
      </p>
      <ul>
        {sockets.map(({ url, isRefused }) => (
          <li key={url}>
            <code>{url}</code> {isRefused ? 'was refused' : 'went to the network'}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What answers each socket of the same host: `wss://api.example.com/*`. */
function toPattern(url: string): string {
  return url.replace(/^(\w+:\/\/[^/]+).*$/, '$1/*');
}
