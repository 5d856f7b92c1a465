import type { ReactNode } from 'react';
import { PanelFrame } from '../../addon/panel/views/PanelFrame.tsx';
import type { View } from '../../addon/panel/model/preferences.ts';

interface PanelStageProps {
  readonly view: View;
  /** @default 320, the least that every view must do with */
  readonly heightPx?: number;
  readonly notice?: ReactNode;
  readonly children: ReactNode;
}

const doNothing = () => undefined;

/** A view as it stands in the panel, in as little room as the user may leave it. */
export function PanelStage({ view, heightPx = 320, notice, children }: PanelStageProps) {
  return (
    <div style={{ height: heightPx }}>
      <PanelFrame view={view} onView={doNothing} notice={notice}>
        {children}
      </PanelFrame>
    </div>
  );
}
