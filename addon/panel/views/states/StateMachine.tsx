import * as React from 'react';
import type { Edge, SocketView } from '../../model/socket-view.ts';

const STATES = [
  { state: 'connecting', x: 70 },
  { state: 'open', x: 230 },
  { state: 'closing', x: 390 },
  { state: 'closed', x: 550 },
] as const;
const Y = 60;
const HALF_WIDTH = 50;

/** Every way that a socket can go; the long ones are drawn as arcs around what is between. */
const EDGES: readonly { edge: Edge; path: string; label: { x: number; y: number } }[] = [
  { edge: 'connecting → open', path: straight(70, 230), label: { x: 150, y: Y - 6 } },
  { edge: 'open → closing', path: straight(230, 390), label: { x: 310, y: Y - 6 } },
  { edge: 'closing → closed', path: straight(390, 550), label: { x: 470, y: Y - 6 } },
  { edge: 'connecting → closing', path: arc(70, 390, -1), label: { x: 230, y: 16 } },
  { edge: 'open → closed', path: arc(230, 550, 1), label: { x: 390, y: 112 } },
  { edge: 'connecting → closed', path: arc(70, 550, 2), label: { x: 310, y: 136 } },
];

function straight(from: number, to: number): string {
  return `M ${from + HALF_WIDTH} ${Y} H ${to - HALF_WIDTH - 8}`;
}

/** @param side -1 is above, 1 and 2 are below, 2 further away */
function arc(from: number, to: number, side: -1 | 1 | 2): string {
  const start = Y + Math.sign(side) * 16;
  const end = start + Math.sign(side) * 8;
  const bend = Y + (side === -1 ? -56 : side * 34 + 30);
  return `M ${from} ${start} C ${from + 20} ${bend}, ${to - 20} ${bend}, ${to} ${end}`;
}

interface StateMachineProps {
  readonly socket: SocketView;
}

/** The readyState of one socket: the current one lit, each way with how often it was taken. */
export function StateMachine({ socket }: StateMachineProps): React.JSX.Element {
  const id = React.useId();
  const taken = Object.entries(socket.edges).map(([edge, count]) => `${edge}: ${count}`);
  const words = `Now ${socket.state}. ${taken.join(', ') || 'No change yet'}.`;
  return (
    <svg viewBox="0 0 620 144" role="img" aria-label={words}>
      <defs>
        <marker
          id={id}
          viewBox="0 0 8 8"
          refX="0"
          refY="4"
          markerUnits="userSpaceOnUse"
          markerWidth="8"
          markerHeight="8"
          orient="auto"
        >
          <path d="M 0 0 L 8 4 L 0 8 z" />
        </marker>
      </defs>
      {EDGES.map(({ edge, path, label }) => (
        <g key={edge} className="edge" data-taken={edge in socket.edges}>
          <path d={path} markerEnd={`url(#${id})`} />
          <text x={label.x} y={label.y}>
            {socket.edges[edge] ?? 0}
          </text>
        </g>
      ))}
      {STATES.map(({ state, x }) => (
        <g key={state} className="state" data-state={state} data-current={state === socket.state}>
          <rect x={x - HALF_WIDTH} y={Y - 16} width={2 * HALF_WIDTH} height={32} rx={16} />
          <text x={x} y={Y + 4}>
            {state.toUpperCase()}
          </text>
        </g>
      ))}
    </svg>
  );
}
