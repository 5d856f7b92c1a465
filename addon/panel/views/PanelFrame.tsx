import * as React from 'react';
import type { View } from '../model/preferences.ts';
import '../../../src/components/tokens.css';
import '../../../src/components/controls.css';
import './panel.css';
import { Tabs } from './Tabs.tsx';

const VIEWS = [
  { name: 'timeline', label: 'Timeline' },
  { name: 'sequence', label: 'Sequence' },
  { name: 'states', label: 'States' },
  { name: 'drive', label: 'Drive' },
  { name: 'replay', label: 'Replay' },
  { name: 'left-behind', label: 'Left behind' },
  { name: 'warnings', label: 'Warnings' },
] as const;

interface PanelFrameProps {
  /** @default that of what is around it */
  readonly theme?: 'light' | 'dark';
  readonly view: View;
  readonly onView: (view: View) => void;
  /** Stands above each view. */
  readonly notice?: React.ReactNode;
  readonly children: React.ReactNode;
}

/** The panel around its views. */
export function PanelFrame({ theme, view, onView, notice, children }: PanelFrameProps) {
  return (
    <div className="socket-panel lab" data-theme={theme}>
      {notice}
      <Tabs<View> tabs={VIEWS} selected={view} onSelect={onView}>
        {children}
      </Tabs>
    </div>
  );
}
