import * as React from 'react';
import { toCopyText } from '../model/copy-text.ts';
import { toHar, toJson } from '../model/export.ts';
import { Timeline } from '../views/timeline/Timeline.tsx';
import type { PanelStore } from './panel-store.ts';
import { save } from './save.ts';
import { usePanel } from './usePanel.ts';

interface TimelineTabProps {
  readonly store: PanelStore;
}

export function TimelineTab({ store }: TimelineTabProps): React.JSX.Element {
  const { panel, preferences } = usePanel(store);
  return (
    <Timeline
      key={panel.run?.id}
      rows={panel.rows}
      goneCount={panel.goneCount}
      filter={preferences.filter}
      onFilter={(filter) => store.prefer({ filter })}
      detailsPercent={preferences.detailsPercent}
      onResize={(detailsPercent) => store.prefer({ detailsPercent })}
      onCopy={(n) => {
        const row = panel.rows.at(panel.rows.indexOf(n));
        if (row) void navigator.clipboard.writeText(toCopyText(row));
      }}
      onExport={(format) => {
        const name = `${panel.run?.storyId ?? 'sockets'}.${format}`;
        save(name, 'application/json', format === 'har' ? toHar(panel) : toJson(panel));
      }}
      onClear={() => store.dispatch({ type: 'clear' })}
    />
  );
}
