import * as React from 'react';
import type { SocketView } from '../../model/socket-view.ts';
import { StateMachine } from './StateMachine.tsx';
import './states.css';

/** More machines than anyone compares, and a page can draw at once. */
const SHOWN_SOCKETS = 20;

interface StatesProps {
  /** Oldest first. */
  readonly sockets: readonly SocketView[];
  /** What the pattern says of itself; none where it says nothing. */
  readonly patternStatus: string | undefined;
}

/** A state machine for each socket, the newest first; beside them the pattern's own status. */
export function States({ sockets, patternStatus }: StatesProps): React.JSX.Element {
  if (sockets.length === 0) return <p>No socket yet: this story has made none.</p>;
  const shown = sockets.slice(-SHOWN_SOCKETS).reverse();
  return (
    <div className="states">
      {patternStatus !== undefined && (
        <p>
          The pattern says: <strong>{patternStatus}</strong>
        </p>
      )}
      <ul>
        {shown.map((socket) => (
          <li key={socket.id}>
            <p>
              Socket {socket.id}, {socket.transport === 'browser' ? 'real' : 'simulated'}:{' '}
              {socket.url}
            </p>
            <StateMachine socket={socket} />
          </li>
        ))}
      </ul>
      {sockets.length > shown.length && <p>and {sockets.length - shown.length} older ones</p>}
    </div>
  );
}
