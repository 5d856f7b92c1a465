import * as React from 'react';
import { useStorybookApi, useStorybookState } from 'storybook/manager-api';
import { useTheme } from 'storybook/theming';
import type { View } from '../model/preferences.ts';
import { LeftBehind } from '../views/left-behind/LeftBehind.tsx';
import { PanelFrame } from '../views/PanelFrame.tsx';
import { Unanswered } from '../views/Unanswered.tsx';
import { Warnings } from '../views/warnings/Warnings.tsx';
import { States } from '../views/states/States.tsx';
import { DriveTab } from './DriveTab.tsx';
import type { PanelStore } from './panel-store.ts';
import { ReplayTab } from './ReplayTab.tsx';
import { SequenceTab } from './SequenceTab.tsx';
import { TimelineTab } from './TimelineTab.tsx';
import { usePanel } from './usePanel.ts';

interface SocketPanelProps {
  readonly store: PanelStore;
  readonly panelId: string;
}

/** Gives the views what they show, and what they can do. */
export function SocketPanel({ store, panelId }: SocketPanelProps) {
  // Storybook renders every panel, and tells each that it is active.
  const { selectedPanel } = useStorybookState();
  const isShown = useStorybookApi().getIsPanelShown() && selectedPanel === panelId;
  React.useEffect(() => {
    store.show(isShown);
    return () => store.show(false);
  }, [store, isShown]);
  return isShown ? <ShownPanel store={store} /> : null;
}

function ShownPanel({ store }: Pick<SocketPanelProps, 'store'>) {
  const { panel, preferences } = usePanel(store);
  const { view } = preferences;
  const api = useStorybookApi();
  // The pages of the pitfalls are the lab’s own: another Storybook has none of them.
  const findPage = (id: string) => (api.resolveStory(id) ? `./?path=/docs/${id}` : undefined);
  const theme = useTheme().base === 'dark' ? 'dark' : 'light';
  const tabs: Record<View, React.ReactNode> = {
    timeline: <TimelineTab store={store} />,
    sequence: <SequenceTab store={store} />,
    states: <States sockets={panel.sockets} patternStatus={panel.status.patternStatus} />,
    drive: <DriveTab store={store} />,
    replay: <ReplayTab store={store} />,
    'left-behind': <LeftBehind status={panel.status} />,
    warnings: (
      <Warnings
        warnings={panel.status.warnings}
        findPage={(pitfall) => findPage(`pitfalls-${pitfall}--docs`)}
      />
    ),
  };
  return (
    <PanelFrame
      theme={theme}
      view={view}
      onView={(chosen) => store.prefer({ view: chosen })}
      notice={<Unanswered sockets={panel.status.unanswered} />}
    >
      {tabs[view]}
    </PanelFrame>
  );
}
