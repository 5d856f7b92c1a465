import * as React from 'react';
import type { Status } from '../model/status.ts';

interface UnansweredProps {
  readonly sockets: Status['unanswered'];
}

/** Names the sockets that no server answers, and says what to write so that one does. */
export function Unanswered({ sockets }: UnansweredProps): React.JSX.Element | null {
  if (sockets.length === 0) return null;
  return (
    <div className="unanswered" role="status">
      <p>
        No server answers {sockets.length === 1 ? 'this socket' : `these ${sockets.length} sockets`}
        . To drive {sockets.length === 1 ? 'it' : 'them'} from here, write in the story:{' '}
        <code>{`parameters: { server: { url: ${toAddresses(sockets.map(({ url }) => url))} } }`}</code>
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

/** What answers each socket of its host: `'wss://api.example.com/*'`; of several hosts, each by a name. */
function toAddresses(urls: readonly string[]): string {
  const origins = [...new Set(urls.map((url) => url.replace(/^(\w+:\/\/[^/]+).*$/, '$1')))];
  const [first] = origins;
  if (origins.length === 1) return `'${first}/*'`;
  const entries = origins.map((origin, index) => {
    const [, word] = /^\w+:\/\/([a-z]\w*)/i.exec(origin) ?? [];
    const isTaken = origins.slice(0, index).some((other) => other.includes(`//${word}`));
    return `${word === undefined || isTaken ? `server${index + 1}` : word}: '${origin}/*'`;
  });
  return `{ ${entries.join(', ')} }`;
}
