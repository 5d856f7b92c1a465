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
      onCopy={(n) => copyRow(store, n)}
      onExport={(format) => exportAll(store, format)}
      onClear={() => store.dispatch({ type: 'clear' })}
    />
  );
}

function copyRow(store: PanelStore, n: number): void {
  const { rows } = store.getSnapshot().panel;
  const row = rows.at(rows.indexOf(n));
  if (row) void navigator.clipboard.writeText(toCopyText(row));
}

function exportAll(store: PanelStore, format: 'har' | 'json'): void {
  const { panel } = store.getSnapshot();
  const name = `${panel.run?.storyId ?? 'sockets'}.${format}`;
  save(name, 'application/json', format === 'har' ? toHar(panel) : toJson(panel));
}
