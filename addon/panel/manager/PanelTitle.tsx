import * as React from 'react';
import { Badge } from 'storybook/internal/components';
import { hasLeak } from '../model/status.ts';
import type { PanelStore } from './panel-store.ts';
import { usePanel } from './usePanel.ts';
import { useShortcuts } from './useShortcuts.ts';

interface PanelTitleProps {
  readonly store: PanelStore;
}

/**
 * The panel's tab: how many sockets are open, red when a pattern has left something behind, or the live server
 * is gone; and how many mistakes the lab has seen.
 */
export function PanelTitle({ store }: PanelTitleProps): React.JSX.Element {
  // The title is always there, the panel is not.
  useShortcuts(store);
  const { status } = usePanel(store).panel;
  const isLeaking = hasLeak(status);
  const words = isLeaking ? `${status.held.length} left behind` : `${status.openSockets} open`;
  const count = isLeaking ? status.held.length : status.openSockets;
  if (status.isServerLost) {
    return (
      <span className="socket-panel-title">
        WebSocket{' '}
        <Badge compact status="negative">
          live server gone
        </Badge>
      </span>
    );
  }
  return (
    <span className="socket-panel-title">
      WebSocket
      {status.warnings.length > 0 && (
        <Badge compact status="warning">
          {status.warnings.length === 1 ? '1 warning' : `${status.warnings.length} warnings`}
        </Badge>
      )}
      {count > 0 && (
        <Badge compact status={isLeaking ? 'negative' : 'neutral'}>
          <span aria-label={words}>{count}</span>
        </Badge>
      )}
    </span>
  );
}
