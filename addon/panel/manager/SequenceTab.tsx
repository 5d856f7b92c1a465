import * as React from 'react';
import { Sequence } from '../views/sequence/Sequence.tsx';
import type { PanelStore } from './panel-store.ts';
import { usePanel } from './usePanel.ts';

interface SequenceTabProps {
  readonly store: PanelStore;
}

export function SequenceTab({ store }: SequenceTabProps): React.JSX.Element {
  return <Sequence rows={usePanel(store).panel.rows} />;
}
